package org.saltwater.alliance;

import java.util.List;
import java.util.stream.Stream;
import org.saltwater.care.HowHoursWere;
import org.saltwater.kernel.ClientId;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Puts check-ins into the words in which they were asked, for a client's page.
@Component
class CheckInsForCare implements HowHoursWere {
  private final CheckIns checkIns;

  CheckInsForCare(CheckIns checkIns) {
    this.checkIns = checkIns;
  }

  @Override
  public boolean hasAny(ClientId client) {
    return checkIns.hasAny(client);
  }

  @Override
  public List<Hour> listNewest(Evidence evidence, int most, Words words) {
    return checkIns.listFor(evidence, most).stream()
        .flatMap(saved -> saved.answers().map(said -> hour(saved, said, words)).stream())
        .toList();
  }

  private static Hour hour(SavedCheckIn saved, CheckIn said, Words words) {
    return new Hour(
        saved.hourAt(),
        Stream.concat(
                said.ratings().entrySet().stream()
                    .map(
                        rating ->
                            new Answer(
                                words.say("alliance." + rating.getKey().code() + ".client"),
                                words.say("alliance.step." + rating.getValue()))),
                kept(saved, said, words))
            .toList(),
        said.feltWrong());
  }

  /// That something felt wrong, where the client keeps the words.
  private static Stream<Answer> kept(SavedCheckIn saved, CheckIn said, Words words) {
    return saved.feltWrong() && said.feltWrong().isEmpty()
        ? Stream.of(
            new Answer(
                words.say("alliance.felt-wrong.client"), words.say("alliance.felt-wrong.kept")))
        : Stream.empty();
  }
}
