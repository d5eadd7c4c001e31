package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;

/// Conversations on a database of their own, which can be made to wait.
abstract class InConversation {
  final TestClock clock = new TestClock();
  HikariDataSource database;
  Talks talks;

  @BeforeEach
  void begin() {
    database = TestDatabase.fresh();
    talks = Talks.on(database, clock);
  }

  @AfterEach
  void end() {
    talks.close();
    database.close();
  }

  static void assertRefused(CompletableFuture<Receipt> receipt, ProblemType type) {
    assertThatThrownBy(receipt::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
  }

  static List<Long> upTo(int last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
