package org.saltwater.telephony.wire;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.UUID;

/// What the server wants of the bridge.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "order")
@JsonSubTypes({
  @JsonSubTypes.Type(Order.Begin.class),
  @JsonSubTypes.Type(Order.Dial.class),
  @JsonSubTypes.Type(Order.HangUp.class),
  @JsonSubTypes.Type(Order.Join.class),
  @JsonSubTypes.Type(Order.Connect.class),
  @JsonSubTypes.Type(Order.Leave.class),
  @JsonSubTypes.Type(Order.Admit.class)
})
public sealed interface Order {

  /// The first line: the settings, which so stand on no command line.
  @JsonTypeName("begin")
  record Begin(
      String trunkHost,
      int trunkPort,
      String user,
      String password,
      String number,
      String bindHost,
      int bindPort,
      String address,
      int firstRtpPort,
      int lastRtpPort,
      String prompt,
      boolean registers)
      implements Order {
    @Override
    public String toString() {
      return "Begin[redacted]";
    }
  }

  @JsonTypeName("dial")
  record Dial(UUID leg, String number) implements Order {
    @Override
    public String toString() {
      return "Dial[" + leg + "]";
    }
  }

  @JsonTypeName("hang-up")
  record HangUp(UUID leg) implements Order {}

  @JsonTypeName("join")
  record Join(UUID leg, String device, String offer) implements Order {
    @Override
    public String toString() {
      return "Join[" + leg + "]";
    }
  }

  /// From now on two telephones hear each other.
  @JsonTypeName("connect")
  record Connect(UUID leg, UUID other) implements Order {}

  @JsonTypeName("leave")
  record Leave(UUID leg, String device) implements Order {}

  /// Whether somebody waits for a caller with the PIN that was entered.
  ///
  /// @param looked whether it could be looked up at all; if not, it was no try
  @JsonTypeName("admit")
  record Admit(UUID leg, boolean admitted, boolean looked) implements Order {}
}
