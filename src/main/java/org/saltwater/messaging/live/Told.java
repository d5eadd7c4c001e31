package org.saltwater.messaging.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a browser is told over the socket. Numbers rise by one from frame to frame: `message` and
/// `stored` together tell the whole conversation in its order.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
sealed interface Told {

  /// The first frame: the newest number, and how far the other has received and read.
  @JsonTypeName("opened")
  record Opened(long last, long delivered, long read) implements Told {}

  /// A message by the other person, or by this one from another device.
  @JsonTypeName("message")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Arrived(
      long number, UUID key, boolean mine, Instant at, @Nullable UUID session, String text)
      implements Told {
    @Override
    public String toString() {
      return "Arrived[" + number + "]";
    }
  }

  /// The message with this key is on the disk.
  @JsonTypeName("stored")
  record Stored(long number, UUID key, Instant at) implements Told {}

  /// The message with this key was not written.
  ///
  /// @param again whether to try again by itself, with the same key
  @JsonTypeName("refused")
  record Refused(UUID key, String problem, String words, boolean again) implements Told {}

  /// The other person is writing.
  @JsonTypeName("typing")
  record Typing() implements Told {}

  /// How far the other person has received and read.
  @JsonTypeName("seen")
  record Seen(long delivered, long read) implements Told {}

  /// Something around the messages changed: look at the session again.
  @JsonTypeName("changed")
  record Changed() implements Told {}

  @JsonTypeName("here")
  record Here() implements Told {}
}
