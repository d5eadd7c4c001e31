package org.saltwater.care;

import java.time.Instant;
import java.util.List;
import org.saltwater.kernel.ClientId;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;

/// What clients said about their hours. `alliance`, which stands above care, answers it for the
/// page on which a therapist reads a record.
public interface HowHoursWere {
  /// Whether there is anything to read.
  boolean hasAny(ClientId client);

  /// As far as the evidence reaches, the newest hour first.
  ///
  /// @param most at most so many hours
  List<Hour> listNewest(Evidence evidence, int most, Words words);

  /// @param endedAt when the hour was over
  /// @param answers in the order in which they were asked
  /// @param feltWrong in the client's words; empty if nothing was said, or not to this reader
  record Hour(Instant endedAt, List<Answer> answers, String feltWrong) {
    @Override
    public String toString() {
      return "Hour[redacted]";
    }
  }

  record Answer(String question, String answer) {
    @Override
    public String toString() {
      return "Answer[redacted]";
    }
  }
}
