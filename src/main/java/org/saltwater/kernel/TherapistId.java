package org.saltwater.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person who offers therapy here.
public record TherapistId(@JsonValue UUID value) {
  public static TherapistId random() {
    return new TherapistId(UUID.randomUUID());
  }

  public static TherapistId of(PersonId person) {
    return new TherapistId(person.value());
  }

  /// @throws IllegalArgumentException if the text is not a UUID
  @JsonCreator
  public static TherapistId of(String text) {
    return new TherapistId(UUID.fromString(text));
  }

  public PersonId person() {
    return new PersonId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
