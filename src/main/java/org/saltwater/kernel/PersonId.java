package org.saltwater.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.UUID;

/// Anyone who can sign in. Random rather than time-ordered, so an id tells nothing about its owner.
public record PersonId(@JsonValue UUID value) implements Serializable {
  public static PersonId random() {
    return new PersonId(UUID.randomUUID());
  }

  /// @throws IllegalArgumentException if the text is not a UUID
  @JsonCreator
  public static PersonId of(String text) {
    return new PersonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
