package org.saltwater.messaging;

import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// A message on its way in.
///
/// @param key made by the sender once for each message and repeated with each attempt, so that an
///     attempt whose answer was lost can be made again without writing twice
public record NewMessage(
    ConversationId conversation, PersonId from, UUID key, Redacted<String> text) {
  /// Long enough for a letter, short enough for one frame.
  public static final int MOST_CHARACTERS = 8_000;

  /// @throws Refusal if the text is empty or longer than [#MOST_CHARACTERS]
  public NewMessage {
    if (text.value().isBlank()) {
      throw refused("messaging.field.empty");
    }
    if (text.value().length() > MOST_CHARACTERS) {
      throw refused("messaging.field.long");
    }
    // PostgreSQL is not the reason (the text is sealed): a NUL is nothing a person can read.
    text = new Redacted<>(text.value().replace("\u0000", ""));
  }

  private static Refusal refused(String words) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem("text", words, MOST_CHARACTERS)));
  }
}
