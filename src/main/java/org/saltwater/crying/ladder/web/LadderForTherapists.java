package org.saltwater.crying.ladder.web;

import java.util.Optional;
import org.saltwater.care.Episodes;
import org.saltwater.care.FurtherReading;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.Words;
import org.springframework.stereotype.Component;

/// The way from a client's page to their ladder. It is the same for every client, so that it does
/// not tell whether there is one.
@Component
class LadderForTherapists implements FurtherReading {
  private final Episodes episodes;

  LadderForTherapists(Episodes episodes) {
    this.episodes = episodes;
  }

  @Override
  public Optional<Line> find(SignedIn reader, ClientId client, Words words) {
    return reader.is(Role.THERAPIST) && episodes.findOpen(client, reader.therapist()).isPresent()
        ? Optional.of(
            new Line(
                words.say("ladder.client.line"),
                words.say("ladder.client.action"),
                "/clients/" + client + "/ladder"))
        : Optional.empty();
  }
}
