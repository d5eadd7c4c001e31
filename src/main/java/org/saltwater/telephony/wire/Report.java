package org.saltwater.telephony.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/// What the bridge tells the server.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "report")
@JsonSubTypes({
  @JsonSubTypes.Type(Report.Alive.class),
  @JsonSubTypes.Type(Report.Line.class),
  @JsonSubTypes.Type(Report.Ringing.class),
  @JsonSubTypes.Type(Report.Answered.class),
  @JsonSubTypes.Type(Report.Ended.class),
  @JsonSubTypes.Type(Report.PinEntered.class),
  @JsonSubTypes.Type(Report.Joined.class),
  @JsonSubTypes.Type(Report.NotJoined.class)
})
public sealed interface Report {

  /// A sign of life, every second.
  @JsonTypeName("alive")
  record Alive() implements Report {}

  /// How the trunk stands, told at every look.
  @JsonTypeName("line")
  record Line(Standing standing) implements Report {}

  enum Standing {
    READY,
    NO_ANSWER,
    SIGN_IN_REFUSED,
    NOT_REGISTERED
  }

  @JsonTypeName("ringing")
  record Ringing(UUID leg) implements Report {}

  @JsonTypeName("answered")
  record Answered(UUID leg) implements Report {}

  /// @param why the name of a `LegEnd`
  @JsonTypeName("ended")
  record Ended(UUID leg, String why) implements Report {}

  @JsonTypeName("pin")
  record PinEntered(UUID leg, String pin) implements Report {
    @Override
    public String toString() {
      return "PinEntered[" + leg + "]";
    }
  }

  @JsonTypeName("joined")
  record Joined(UUID leg, String device, String answer) implements Report {
    @Override
    public String toString() {
      return "Joined[" + leg + "]";
    }
  }

  @JsonTypeName("not-joined")
  record NotJoined(UUID leg, String device) implements Report {}
}
