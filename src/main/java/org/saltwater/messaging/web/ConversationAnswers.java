package org.saltwater.messaging.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Message;

/// What the API of conversations takes and answers.
final class ConversationAnswers {
  private ConversationAnswers() {}

  /// @param delivered how far the other has received
  /// @param read how far the other has read
  record Other(UUID id, String name, long delivered, long read) {}

  /// @param usuallyAnswersWithin measured over 30 days, only for the client and with at least five
  ///     answers; no promise
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ConversationAnswer(
      UUID id,
      Other with,
      boolean open,
      Instant openedAt,
      long last,
      long unread,
      @Nullable Duration usuallyAnswersWithin) {}

  /// @param next the cursor of the page after; null on the last
  record ConversationList(List<ConversationAnswer> conversations, @Nullable String next) {}

  /// @param next the number to ask after for more; null when this is all
  record MessagesAnswer(List<MessageAnswer> messages, @Nullable Long next) {}

  /// @param session the therapy hour it was written in
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record MessageAnswer(
      long number, UUID key, boolean mine, Instant at, @Nullable UUID session, String text) {
    static MessageAnswer of(SignedIn me, Message message) {
      return new MessageAnswer(
          message.number(),
          message.key(),
          message.from().equals(me.id()),
          message.at(),
          message.session().map(session -> session.value()).orElse(null),
          message.text().value());
    }

    @Override
    public String toString() {
      return "MessageAnswer[" + number + "]";
    }
  }

  /// @param last the number of its newest message
  record HandedOverAnswer(UUID id, UUID therapist, Instant openedAt, long last) {}

  record MessageRequest(@NotNull String text) {
    @Override
    public String toString() {
      return "MessageRequest[redacted]";
    }
  }

  record ReceiptAnswer(long number, UUID key, Instant at) {}

  record MarkRequest(long delivered, long read) {}
}
