package org.saltwater.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A slot in two calendars; the therapy hour that takes place in it carries the same id.
public record AppointmentId(@JsonValue UUID value) {
  public static AppointmentId random() {
    return new AppointmentId(UUID.randomUUID());
  }

  /// @throws IllegalArgumentException if the text is not a UUID
  @JsonCreator
  public static AppointmentId of(String text) {
    return new AppointmentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
