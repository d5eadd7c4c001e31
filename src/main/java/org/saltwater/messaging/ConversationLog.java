package org.saltwater.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saltwater.site.FormErrors;

/// A stretch of a conversation as a page shows it (`messaging/log`).
///
/// @param byClient whether it is the client who reads
/// @param bothNamed whether the reader is neither of the two, and is told who said what
/// @param lines oldest first
/// @param earlier whether there is more before the first line
/// @param last the newest number there is; the socket goes on from here
/// @param otherDelivered how far the other has received
/// @param otherRead how far the other has read
/// @param key the idempotency key of the page's form, so that pressing twice sends once
/// @param draft what was typed and not taken
public record ConversationLog(
    ConversationId id,
    String otherName,
    boolean byClient,
    boolean bothNamed,
    List<Line> lines,
    boolean earlier,
    long last,
    long otherDelivered,
    long otherRead,
    boolean mayWrite,
    UUID key,
    String draft,
    FormErrors errors) {

  /// @param by who said it
  /// @param newDay whether it is the first of its day, on the reader's clock
  /// @param first whether it is the first of a therapy hour, so that the hour can be named
  public record Line(
      long number,
      boolean mine,
      String by,
      Instant at,
      boolean newDay,
      boolean first,
      String text) {
    @Override
    public String toString() {
      return "Line[" + number + "]";
    }
  }

  /// The number from which earlier lines are asked for.
  public long firstNumber() {
    return lines.isEmpty() ? 1 : lines.getFirst().number();
  }

  /// What became of the person's own newest message: `sent`, `delivered` or `read`; empty if the
  /// newest is the other's.
  public String standing() {
    if (lines.isEmpty() || !lines.getLast().mine()) {
      return "";
    }
    return otherRead >= last ? "read" : otherDelivered >= last ? "delivered" : "sent";
  }

  public ConversationLog with(String typed, FormErrors wrong) {
    return new ConversationLog(
        id,
        otherName,
        byClient,
        bothNamed,
        lines,
        earlier,
        last,
        otherDelivered,
        otherRead,
        mayWrite,
        key,
        typed,
        wrong);
  }

  @Override
  public String toString() {
    return "ConversationLog[" + id + "]";
  }
}
