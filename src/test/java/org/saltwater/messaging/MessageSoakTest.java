package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.database.EmbeddedPostgres;
import org.saltwater.kernel.Refusal;

/// PostgreSQL is killed again and again while people write. `bin/soak messages` does the same with
/// ten times the messages, and kills the program too ([MessageSoak]).
@Tag("journey")
class MessageSoakTest {
  private static final int MESSAGES = 1_000;
  private static final int TALKS = 20;
  private static final int KILLS = 3;

  @TempDir Path folder;

  @Test
  void nothingAcknowledgedIsLostAndNothingIsStoredTwiceWhenPostgresqlIsKilled() throws Exception {
    try (var postgres = EmbeddedPostgres.startIn(folder.resolve("data"));
        var database = pool(postgres)) {
      Flyway.configure().dataSource(database).load().migrate();
      try (var talks = new Talks(database, Clock.systemUTC(), folder.resolve("keys"))) {
        var ledger = new Ledger();
        var all = IntStream.range(0, TALKS).mapToObj(_ -> talks.begin()).toList();
        var kills = new AtomicInteger();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
          var writing =
              all.stream().map(talk -> people.submit(() -> write(talks, talk, ledger))).toList();
          people.submit(() -> kill(postgres, ledger, kills)).get();
          for (Future<?> each : writing) {
            each.get();
          }
        }
        assertThat(kills).hasValue(KILLS);
        assertThat(ledger.acknowledged()).isEqualTo(MESSAGES);
        for (var talk : all) {
          ledger.compare(talk.id().value(), stored(talks.read(talk)));
          assertThat(talks.delivered)
              .filteredOn(message -> message.conversation().equals(talk.id()))
              .extracting(Message::number)
              .isSorted()
              .doesNotHaveDuplicates();
        }
      }
    }
  }

  private static void write(Talks talks, Conversation talk, Ledger ledger) {
    for (var i = 0; i < MESSAGES / TALKS; i++) {
      var key = UUID.randomUUID();
      var from = i % 2 == 0 ? talk.client().person() : talk.therapist().person();
      var receipt = untilStored(talks, talk, from, key);
      ledger.acknowledge(talk.id().value(), key, receipt.number());
    }
  }

  /// As a device does: again with the same key, until there is a receipt.
  private static Receipt untilStored(
      Talks talks, Conversation talk, org.saltwater.kernel.PersonId from, UUID key) {
    while (true) {
      try {
        return talks.send(talk, from, key, "…").join();
      } catch (CompletionException | Refusal notYet) {
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private static void kill(EmbeddedPostgres postgres, Ledger ledger, AtomicInteger kills) {
    var random = new Random(7);
    for (var i = 1; i <= KILLS; i++) {
      var at = (long) MESSAGES * i / (KILLS + 1) + random.nextInt(20);
      while (ledger.acknowledged() < at) {
        LockSupport.parkNanos(1_000_000);
      }
      try {
        ProcessHandle.of(postgres.processId()).ifPresent(ProcessHandle::destroyForcibly);
        kills.incrementAndGet();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static List<Ledger.Stored> stored(List<Message> messages) {
    return messages.stream()
        .map(message -> new Ledger.Stored(message.key(), message.number()))
        .toList();
  }

  static HikariDataSource pool(EmbeddedPostgres postgres) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(postgres.url("postgres"));
    pool.setUsername(postgres.user());
    pool.setPassword(postgres.password());
    pool.setMaximumPoolSize(8);
    pool.setConnectionTimeout(1_500);
    return pool;
  }
}
