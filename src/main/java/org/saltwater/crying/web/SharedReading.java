package org.saltwater.crying.web;

import java.util.Optional;
import org.saltwater.care.Access;
import org.saltwater.care.FurtherReading;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.TearsInTheHour;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;

/// Reads what a client shows, through the one door, and says on the client's page that there is
/// something.
@Component
class SharedReading implements FurtherReading {
  private final Access access;
  private final CryingEpisodes episodes;
  private final TearsInTheHour hours;

  SharedReading(Access access, CryingEpisodes episodes, TearsInTheHour hours) {
    this.access = access;
    this.episodes = episodes;
    this.hours = hours;
  }

  /// @throws org.saltwater.kernel.Refusal not-found, written down, if no open edge reaches what the
  ///     client writes
  Evidence toRead(SignedIn me, ClientId client) {
    return access.toReadPart(me, client, Scope.MESSAGES, "crying.shown");
  }

  @Override
  public Optional<Line> find(SignedIn reader, ClientId client, Words words) {
    var any = episodes.isAnyShown(client, reader.id()) || hours.isAnySaid(client, reader.id());
    return any && access.mayRead(reader, client, Scope.MESSAGES)
        ? Optional.of(
            new Line(
                words.say("crying.shown.line"),
                words.say("crying.shown.action"),
                "/clients/" + client + "/moments"))
        : Optional.empty();
  }
}
