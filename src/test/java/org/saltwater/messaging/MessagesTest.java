package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.vault.SealBroken;

/// What one message is: numbered, stored once, sealed, and refused where it does not belong.
@Tag("journey")
class MessagesTest extends InConversation {
  @Test
  void whatManyPeopleWriteAtOnceIsNumberedWithoutGapsStoredOnceAndDeliveredInOrder() {
    var all = IntStream.range(0, 12).mapToObj(_ -> talks.begin()).toList();
    var receipts = new ArrayList<CompletableFuture<Receipt>>();
    for (var round = 0; round < 60; round++) {
      for (var talk : all) {
        var from = round % 3 == 0 ? talk.therapist().person() : talk.client().person();
        receipts.add(talks.send(talk, from, UUID.randomUUID(), "line " + round));
      }
    }
    receipts.forEach(CompletableFuture::join);

    for (var talk : all) {
      var stored = talks.read(talk);
      assertThat(stored).extracting(Message::number).containsExactlyElementsOf(upTo(60));
      assertThat(stored)
          .extracting(message -> message.text().value())
          .containsExactlyElementsOf(IntStream.range(0, 60).mapToObj(i -> "line " + i).toList());
      assertThat(talks.delivered)
          .filteredOn(message -> message.conversation().equals(talk.id()))
          .extracting(Message::number)
          .containsExactlyElementsOf(upTo(60));
    }
  }

  @Test
  void anAttemptMadeAgainWithTheSameKeyWritesNothingAndIsToldTheSameNumber() {
    var talk = talks.begin();
    var key = UUID.randomUUID();
    var me = talk.client().person();
    var inOneFlush =
        List.of(talks.send(talk, me, key, "once"), talks.send(talk, me, key, "once")).stream()
            .map(CompletableFuture::join)
            .toList();
    var later = talks.send(talk, me, key, "once").join();

    assertThat(inOneFlush).extracting(Receipt::number).containsOnly(1L);
    assertThat(later.number()).isEqualTo(1);
    assertThat(later.repeated()).isTrue();
    assertThat(talks.read(talk)).hasSize(1);
    assertThat(talks.delivered).hasSize(1);
  }

  @Test
  void aKeyThatTheOtherPersonHasUsedIsRefused() {
    var talk = talks.begin();
    var key = UUID.randomUUID();
    talks.send(talk, talk.client().person(), key, "mine").join();
    assertRefused(
        talks.send(talk, talk.therapist().person(), key, "theirs"), GeneralProblem.INVALID);
    assertThat(talks.read(talk)).hasSize(1);
  }

  @Test
  void nobodyButTheTwoCanWriteAndNobodyAtAllOnceTheConversationHasClosed() {
    var talk = talks.begin();
    assertRefused(
        talks.send(talk, PersonId.random(), UUID.randomUUID(), "let me in"),
        GeneralProblem.NOT_FOUND);
    var key = UUID.randomUUID();
    talks.send(talk, talk.client().person(), key, "before").join();
    talks.table.close(talk.client(), talk.therapist(), clock.instant());

    assertRefused(
        talks.send(talk, talk.therapist().person(), UUID.randomUUID(), "after"),
        MessagingProblem.CONVERSATION_CLOSED);
    assertThat(talks.send(talk, talk.client().person(), key, "before").join().repeated())
        .as("what was stored before is still acknowledged")
        .isTrue();
    assertThat(talks.read(talk)).hasSize(1);
  }

  @Test
  void theStoreHoldsNoTextAndOneMovedToAnotherPlaceDoesNotOpen() {
    var talk = talks.begin();
    talks.say(talk, talk.client().person(), "canary one");
    talks.say(talk, talk.client().person(), "canary two");
    var row =
        talks
            .jdbc
            .sql("select sealed from messaging_message where conversation = ? and number = 1")
            .param(talk.id().value())
            .query(byte[].class)
            .single();
    assertThat(new String(row, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("canary");

    talks.jdbc.sql("update messaging_message set number = number + 10").update();
    assertThatThrownBy(() -> talks.read(talk)).isInstanceOf(SealBroken.class);
  }

  @Test
  void aMessageIsMarkedWithTheHourItIsWrittenIn() {
    var talk = talks.begin();
    var hour = UUID.randomUUID();
    talks.say(talk, talk.client().person(), "before");
    talks.table.setSession(talk.id(), hour);
    talks.say(talk, talk.client().person(), "in it");
    talks.table.setSession(talk.id(), null);
    talks.say(talk, talk.client().person(), "after");
    assertThat(talks.read(talk))
        .extracting(message -> message.session().map(id -> id.value()).orElse(null))
        .containsExactly(null, hour, null);
  }
}
