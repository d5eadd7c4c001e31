package org.saltwater.alliance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.TherapySession;
import org.saltwater.site.Option;
import org.saltwater.site.Words;

/// Something more that is asked on the check-in after an hour. Modules that stand above alliance
/// offer it, and keep what is answered.
public interface AfterTheHour {
  /// None for somebody who is not to be asked.
  List<Question> list(SignedIn me, TherapySession session, Words words);

  /// @param form what the person sent, under the questions' names; a question may be left out
  /// @throws org.saltwater.kernel.Refusal `invalid` with the question's name as its field
  void save(SignedIn me, TherapySession session, Map<String, String> form);

  /// Where the person can go on from what they answered.
  Optional<Offer> findOffer(SignedIn me, TherapySession session, Words words);

  /// @param name of the field; no other question has it
  /// @param chosen the value that was saved before; empty for none
  record Question(String name, String legend, String hint, List<Option> choices, String chosen) {
    @Override
    public String toString() {
      return "Question[" + name + "]";
    }
  }

  record Offer(String text, String action, String path) {}
}
