package org.saltwater.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saltwater.audit.AuditFinding.Kind;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What is written stays, in one chain, whoever writes.
@Tag("record")
class AuditLogTest extends AuditedLog {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update audit_entry set reason = 'edge.other'",
        "delete from audit_entry",
        "truncate audit_entry",
        "update audit_link set seq = seq + 1",
        "delete from audit_link",
        "truncate audit_link"
      })
  void theDatabaseItselfRefusesToChangeWhatWasWritten(String deed) {
    practice.withEntries(2);

    assertThatThrownBy(() -> practice.sql.execute(deed))
        .rootCause()
        .hasMessageContaining("only ever added to");
    assertThatThrownBy(
            () ->
                practice.transaction.executeWithoutResult(
                    status -> {
                      practice.sql.execute("set local session_replication_role = replica");
                      practice.sql.execute(deed);
                    }))
        .as("also to someone who calls themselves a replica")
        .rootCause()
        .hasMessageContaining("only ever added to");
  }

  @Test
  void whatIsRolledBackWasNotDoneAndIsNotSaid() {
    practice.transaction.executeWithoutResult(
        status -> {
          log.write(practice.read("scores"));
          status.setRollbackOnly();
        });
    log.link();

    assertThat(log.listFor(practice.client, null).records()).isEmpty();
    assertThat(log.verify().isClean()).isTrue();
  }

  @Test
  void aPartThatIsRolledBackToASavepointIsNoLoss() {
    var nested = new TransactionTemplate(practice.transactions);
    nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    practice.transaction.executeWithoutResult(
        outer -> {
          log.write(practice.read("questionnaire"));
          nested.executeWithoutResult(
              status -> {
                log.write(practice.read("scores"));
                status.setRollbackOnly();
              });
          nested.executeWithoutResult(status -> log.write(practice.read("goals")));
        });
    log.link();

    assertThat(log.listFor(practice.client, null).records())
        .extracting(record -> record.entry().thing())
        .containsExactlyInAnyOrder("record.questionnaire", "record.goals");
    assertThat(log.verify().findings()).isEmpty();
  }

  @Test
  void freeTextIsRefusedBecauseTheLogOutlivesErasure() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new AuditEntry(null, AuditAction.READ, practice.client, "She said that", "ok"));
  }

  @Test
  void theNewestComeFirstAndAPageGoesOnWhereTheLastOneEnded() {
    for (var number = 0; number < 5; number++) {
      log.write(practice.read("line-" + number));
      practice.clock.advance(Duration.ofMinutes(number % 2));
    }
    log.write(new AuditEntry(null, AuditAction.REFUSED, practice.client, "record.goals", "none"));
    var reads = Set.of(AuditAction.READ);

    var seen = new ArrayList<String>();
    var page = log.listFor(practice.client, reads, null, 2);
    while (true) {
      page.records().forEach(record -> seen.add(record.entry().thing()));
      if (page.next().isEmpty()) {
        break;
      }
      page = log.listFor(practice.client, reads, page.next().get(), 2);
    }

    assertThat(seen)
        .containsExactly(
            "record.line-4", "record.line-3", "record.line-2", "record.line-1", "record.line-0");
    assertThat(log.listFor(practice.client, reads, "nonsense", 2).records()).hasSize(2);
  }

  @Test
  void twoNodesThatWriteAndLinkAtOnceMakeOneChain() throws Exception {
    var other = practice.node();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tasks = new ArrayList<Future<?>>();
      for (var thread = 0; thread < 8; thread++) {
        var node = thread % 2 == 0 ? log : other;
        tasks.add(
            threads.submit(
                () -> {
                  for (var number = 0; number < 50; number++) {
                    practice.transaction.executeWithoutResult(
                        status -> node.write(practice.read("scores")));
                    if (number % 7 == 0) {
                      node.link();
                    }
                  }
                }));
      }
      for (var task : tasks) {
        task.get();
      }
    }
    log.link();
    other.link();

    var report = log.verify();
    assertThat(report.findings()).isEmpty();
    assertThat(report.linked()).isEqualTo(400);
    assertThat(report.waiting()).isZero();
  }

  @Test
  void whatANodeLeftWhenItDiedIsSeenAndThenLinked() {
    log.write(practice.read("scores"));
    assertThat(log.verify())
        .extracting(AuditReport::isClean, AuditReport::waiting)
        .contains(true, 1L);
    practice.clock.advance(Duration.ofMinutes(2));
    assertThat(kinds()).containsExactly(Kind.ENTRY_LEFT_UNLINKED);

    var next = practice.node();
    next.chain().sweep();

    assertThat(kinds()).isEmpty();
    assertThat(next.verify().linked()).isEqualTo(1);
  }

  @Test
  void theKeyIsPrivateAndNeverReplacedUnderALogThatItSealed() throws IOException {
    practice.withEntries(1);
    var key = AuditKey.fileIn(practice.data);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    Files.delete(key);
    assertThatThrownBy(practice::node).hasMessageContaining("its key is missing");
  }
}
