package org.saltwater.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/// What was written for the demo, under `resources/demo`.
final class DemoFiles {
  private DemoFiles() {}

  /// Lines that say something: neither empty nor a comment.
  static Stream<String> lines(String file) {
    try (var stream = open(file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static InputStream open(String file) {
    return Objects.requireNonNull(DemoFiles.class.getResourceAsStream("/demo/" + file), file);
  }
}
