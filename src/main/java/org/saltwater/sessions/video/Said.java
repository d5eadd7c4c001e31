package org.saltwater.sessions.video;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a browser says over the socket of a room. The words are those of WebRTC's own API.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(Said.Description.class),
  @JsonSubTypes.Type(Said.Candidate.class),
  @JsonSubTypes.Type(Said.Shows.class),
  @JsonSubTypes.Type(Said.Here.class)
})
sealed interface Said {

  /// What this device can send and receive, offered to another or in answer to it.
  @JsonTypeName("description")
  record Description(UUID to, Kind kind, String sdp) implements Said {
    public Description {
      requireNonNull(to);
      requireNonNull(kind);
      requireNonNull(sdp);
    }

    @Override
    public String toString() {
      return "Description[" + kind + "]";
    }
  }

  enum Kind {
    @JsonProperty("offer")
    OFFER,
    @JsonProperty("answer")
    ANSWER
  }

  /// A way to reach this device; an empty one says that there are no more.
  @JsonTypeName("candidate")
  record Candidate(
      UUID to,
      String candidate,
      @Nullable String sdpMid,
      @Nullable Integer sdpMLineIndex,
      @Nullable String usernameFragment)
      implements Said {
    public Candidate {
      requireNonNull(to);
      requireNonNull(candidate);
    }

    @Override
    public String toString() {
      return "Candidate[redacted]";
    }
  }

  /// What the person shows just now, for the others to know why a picture is dark.
  @JsonTypeName("shows")
  record Shows(boolean camera, boolean microphone, boolean screen) implements Said {}

  /// The device is still there; answered with the same.
  @JsonTypeName("here")
  record Here() implements Said {}
}
