package org.saltwater.progress;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.measures.Instruments;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers that were given elsewhere, at the time that the clock shows: for a practice that moves
// in
/// with them. They leave behind what [Questions] leaves behind, without asking whether they were
/// due. What is answered here and now goes through [Questions].
@Service
public class PastAnswers {
  private final FillingRows rows;
  private final Instruments instruments;
  private final AuditLog audit;
  private final Clock clock;

  PastAnswers(FillingRows rows, Instruments instruments, AuditLog audit, Clock clock) {
    this.rows = rows;
    this.instruments = instruments;
    this.audit = audit;
    this.clock = clock;
  }

  /// One instrument, answered through.
  ///
  /// @param id again with the same one replaces it
  /// @param answers item link id to value
  public record Answered(UUID id, String instrument, Map<String, Integer> answers) {
    @Override
    public String toString() {
      return "Answered[" + id + "]";
    }
  }

  /// Adds what was answered at one sitting, in the caller's transaction.
  ///
  /// @throws IllegalArgumentException for an answer that no item offers, or one that asks for a
  ///     human: those go through [Questions], which brings one
  @Transactional
  public void add(ClientId client, List<Answered> sitting) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    for (var answered : sitting) {
      var instrument = instruments.get(answered.instrument());
      answered
          .answers()
          .forEach(
              (item, value) -> {
                if (!instrument.takes(item, value)) {
                  throw new IllegalArgumentException("no such answer");
                }
              });
      for (var flag : instrument.flags()) {
        if (answered.answers().getOrDefault(flag.item(), -1) >= flag.from()) {
          throw new IllegalArgumentException("this answer asks for a human");
        }
      }
      rows.save(
          new Filling(
              answered.id(),
              client,
              now,
              now,
              Optional.of(now),
              new Filling.Content(instrument.id(), instrument.version(), answered.answers())));
      audit.write(
          new AuditEntry(client.person(), AuditAction.CREATED, client, "progress.answers", "own"));
    }
  }
}
