package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Messages of many in one flush: what goes wrong with one costs the others nothing.
@Tag("journey")
class MessagesInTroubleTest extends InConversation {
  @Test
  void oneMessageThatCannotBeWrittenDoesNotCostTheOthersTheirs() {
    var erased = talks.begin();
    talks.say(erased, erased.client().person(), "here");
    talks.vault.destroyKeysOf(erased.client());
    var talk = talks.begin();
    var blocked = blockFlushes();
    var before = talks.send(talk, talk.client().person(), UUID.randomUUID(), "before");
    var poison = talks.send(erased, erased.client().person(), UUID.randomUUID(), "gone");
    var after = talks.send(talk, talk.client().person(), UUID.randomUUID(), "after");
    blocked.countDown();

    assertThat(before.join().number()).isEqualTo(1);
    assertThat(after.join().number()).isEqualTo(2);
    assertThatThrownBy(poison::join).hasCauseInstanceOf(Refusal.class);
    assertThat(talks.read(talk)).hasSize(2);
  }

  @Test
  void whatCouldNotBeCommittedIsNeitherAcknowledgedNorDeliveredAndCanBeSentAgain() {
    var away = new AtomicBoolean();
    var fragile =
        new DelegatingDataSource(database) {
          @Override
          public java.sql.Connection getConnection() throws java.sql.SQLException {
            if (away.get()) {
              throw new java.sql.SQLTransientConnectionException("away");
            }
            return super.getConnection();
          }
        };
    try (var shaky = new Talks(fragile, clock, java.nio.file.Path.of("target/test-data/shaky"))) {
      var talk = shaky.begin();
      var key = UUID.randomUUID();
      away.set(true);
      assertRefused(
          shaky.send(talk, talk.client().person(), key, "hello"), GeneralProblem.STORE_UNAVAILABLE);
      assertThat(shaky.delivered).isEmpty();
      away.set(false);
      assertThat(shaky.send(talk, talk.client().person(), key, "hello").join().number())
          .isEqualTo(1);
      assertThat(shaky.delivered).hasSize(1);
    }
  }

  @Test
  void moreThanCanWaitIsRefusedAtOnceAndKindly() {
    var talk = talks.begin();
    var blocked = blockFlushes();
    var waiting = new ArrayList<CompletableFuture<Receipt>>();
    assertThatThrownBy(
            () -> {
              for (var i = 0;
                  i <= MessageWriter.MOST_WAITING + 2 * MessageWriter.MOST_IN_A_FLUSH;
                  i++) {
                waiting.add(talks.send(talk, talk.client().person(), UUID.randomUUID(), "x"));
              }
            })
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(MessagingProblem.MESSAGES_BUSY));
    blocked.countDown();
    waiting.forEach(CompletableFuture::join);
    assertThat(talks.table.find(talk.id()).orElseThrow().last()).isEqualTo(waiting.size());
  }

  @Test
  void twoNodesThatWriteToTheSameConversationsShareTheNumbersWithoutGapsOrDeadlock() {
    try (var node = new Talks(database, clock, talks.folder)) {
      var shared = IntStream.range(0, 8).mapToObj(_ -> talks.begin()).toList();
      var receipts = new ArrayList<CompletableFuture<Receipt>>();
      for (var i = 0; i < 50; i++) {
        for (var talk : shared) {
          receipts.add(talks.send(talk, talk.client().person(), UUID.randomUUID(), "here"));
        }
        for (var talk : shared.reversed()) {
          receipts.add(node.send(talk, talk.therapist().person(), UUID.randomUUID(), "there"));
        }
      }
      receipts.forEach(CompletableFuture::join);
      for (var talk : shared) {
        assertThat(talks.read(talk))
            .extracting(Message::number)
            .containsExactlyElementsOf(upTo(100));
      }
    }
  }

  @Test
  void aConversationThatSomeoneHoldsDelaysNoOtherAndKeepsItsOrder() {
    var heldTalk = talks.begin();
    var talk = talks.begin();
    var release = hold("select from messaging_conversation where id = ? for update", heldTalk);
    var waiting =
        IntStream.range(0, 20)
            .mapToObj(
                i -> {
                  var later =
                      talks.send(heldTalk, heldTalk.client().person(), UUID.randomUUID(), "h" + i);
                  talks.say(talk, talk.client().person(), "b" + i);
                  return later;
                })
            .toList();

    assertThat(talks.read(talk)).as("stored while the other was held").hasSize(20);
    assertThat(waiting).noneMatch(CompletableFuture::isDone);
    release.countDown();
    assertThat(waiting.stream().map(it -> it.join().number())).containsExactlyElementsOf(upTo(20));
    assertThat(talks.read(heldTalk))
        .extracting(message -> message.text().value())
        .containsExactlyElementsOf(IntStream.range(0, 20).mapToObj(i -> "h" + i).toList());
  }

  @Test
  void aKeyThatDoesNotOpenCostsNobodyElseTheirMessage() {
    var broken = talks.begin();
    talks.say(broken, broken.client().person(), "here");
    talks
        .jdbc
        .sql("update vault_key set wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))")
        .update();
    var talk = talks.begin();
    try (var node = new Talks(database, clock, talks.folder)) {
      var blocked = blockFlushes();
      var before = node.send(talk, talk.client().person(), UUID.randomUUID(), "before");
      var poison = node.send(broken, broken.client().person(), UUID.randomUUID(), "sealed off");
      var after = node.send(talk, talk.client().person(), UUID.randomUUID(), "after");
      blocked.countDown();

      assertThat(before.join().number()).isEqualTo(1);
      assertThat(after.join().number()).isEqualTo(2);
      assertRefused(poison, GeneralProblem.STORE_UNAVAILABLE);
    }
  }

  /// Locks the whole table, so that every flush waits until the latch is counted down.
  private CountDownLatch blockFlushes() {
    return hold("lock table messaging_conversation in exclusive mode", null);
  }

  private CountDownLatch hold(String lock, @Nullable Conversation talk) {
    var release = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () ->
                new TransactionTemplate(talks.transactions)
                    .executeWithoutResult(
                        _ -> {
                          new JdbcTemplate(database).execute(lock.replace("?", quoted(talk)));
                          held.countDown();
                          await(release);
                        }));
    await(held);
    return release;
  }

  private static String quoted(@Nullable Conversation talk) {
    return talk == null ? "" : "'" + talk.id() + "'";
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
