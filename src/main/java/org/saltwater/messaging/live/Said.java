package org.saltwater.messaging.live;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/// What a browser says over the socket.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(Said.Send.class),
  @JsonSubTypes.Type(Said.Typing.class),
  @JsonSubTypes.Type(Said.Seen.class),
  @JsonSubTypes.Type(Said.Here.class)
})
sealed interface Said {

  /// A message, with the key that the sender made for it.
  @JsonTypeName("send")
  record Send(UUID key, String text) implements Said {
    @Override
    public String toString() {
      return "Send[" + key + "]";
    }
  }

  /// The person is writing.
  @JsonTypeName("typing")
  record Typing() implements Said {}

  /// How far this device has received, and the person has seen.
  @JsonTypeName("seen")
  record Seen(long delivered, long read) implements Said {}

  /// The device is still there; answered with the same.
  @JsonTypeName("here")
  record Here() implements Said {}
}
