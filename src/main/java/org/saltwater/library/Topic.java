package org.saltwater.library;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an article stands in the list. Its words stand under `library.topic.<code>`.
public enum Topic {
  TEARS,
  THERAPY,
  ONLINE,
  EVERYDAY;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Topic> find(String code) {
    return Stream.of(values()).filter(it -> it.code().equals(code.strip())).findFirst();
  }
}
