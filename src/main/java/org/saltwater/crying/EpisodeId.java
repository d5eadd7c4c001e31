package org.saltwater.crying;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One time that tears came.
public record EpisodeId(@JsonValue UUID value) {
  public static EpisodeId random() {
    return new EpisodeId(UUID.randomUUID());
  }

  /// @throws IllegalArgumentException if the text is not a UUID
  @JsonCreator
  public static EpisodeId of(String text) {
    return new EpisodeId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
