package org.saltwater.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.kernel.ClientId;

/// Questionnaires answered to the end, for tests of what comes after. Answers read
/// `domains=SLEEP,GRIEF_AND_LOSS; times=TUESDAY-EVENING`; what is needed and not said is: an adult
/// in Germany who speaks English, by video, with low mood, on Berlin's clock.
public final class AnsweredIntakes {
  private AnsweredIntakes() {}

  /// @return what opens it, as for a visitor
  public static IntakeBegun answer(Intakes intakes, ClientId client, String answers) {
    var begun = intakes.begin(client);
    Optional<Group> page = Optional.of(intakes.get(client).walk().groups().getFirst());
    while (page.isPresent()) {
      page =
          switch (intakes.save(client, page.get().linkId(), given(answers))) {
            case PageSaved.Kept kept -> kept.next();
            case PageSaved.AnotherLook look ->
                throw new IllegalArgumentException(look.problems().toString());
          };
    }
    intakes.complete(client);
    return begun;
  }

  private static Map<String, List<String>> given(String answers) {
    var given = new HashMap<String, List<String>>();
    var usual =
        "adult=yes;place=DE;consent.answers=true;consent.readers=true;consent.risk=true;"
            + "consent.not-emergency=true;domains=LOW_MOOD;modalities=VIDEO;languages=en;"
            + "zone=Europe/Berlin;";
    for (var answer : (usual + answers).split(";", -1)) {
      var parts = answer.strip().split("=", 2);
      if (parts.length == 2) {
        given.put(parts[0], List.of(parts[1].split(",", -1)));
      }
    }
    return given;
  }
}
