package org.saltwater.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person who seeks or receives therapy. It exists from the first answer of the questionnaire on,
/// before there is an account, so that what was said then stays theirs.
public record ClientId(@JsonValue UUID value) {
  public static ClientId random() {
    return new ClientId(UUID.randomUUID());
  }

  public static ClientId of(PersonId person) {
    return new ClientId(person.value());
  }

  /// @throws IllegalArgumentException if the text is not a UUID
  @JsonCreator
  public static ClientId of(String text) {
    return new ClientId(UUID.fromString(text));
  }

  public PersonId person() {
    return new PersonId(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
