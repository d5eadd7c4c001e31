package org.saltwater.sessions.video;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a browser is told over the socket of a room.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(Told.Opened.class),
  @JsonSubTypes.Type(Told.People.class),
  @JsonSubTypes.Type(Told.Description.class),
  @JsonSubTypes.Type(Told.Candidate.class),
  @JsonSubTypes.Type(Told.Shows.class),
  @JsonSubTypes.Type(Told.Here.class)
})
sealed interface Told {

  /// The first frame: what this device is called in this room, and how to find the others.
  @JsonTypeName("opened")
  record Opened(UUID device, Ice ice) implements Told {}

  /// Who else is here now, each with one device. Told whenever it changes.
  @JsonTypeName("people")
  record People(List<Other> people) implements Told {}

  /// @param who the same for each device of a person in this hour, and tells nothing else about
  // them
  /// @param along whether they come along to the hour of the two
  record Other(UUID device, UUID who, String name, boolean along) {
    @Override
    public String toString() {
      return "Other[" + device + "]";
    }
  }

  @JsonTypeName("description")
  record Description(UUID from, Said.Kind kind, String sdp) implements Told {
    @Override
    public String toString() {
      return "Description[" + kind + "]";
    }
  }

  @JsonTypeName("candidate")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Candidate(
      UUID from,
      String candidate,
      @Nullable String sdpMid,
      @Nullable Integer sdpMLineIndex,
      @Nullable String usernameFragment)
      implements Told {
    @Override
    public String toString() {
      return "Candidate[redacted]";
    }
  }

  @JsonTypeName("shows")
  record Shows(UUID from, boolean camera, boolean microphone, boolean screen) implements Told {}

  @JsonTypeName("here")
  record Here() implements Told {}
}
