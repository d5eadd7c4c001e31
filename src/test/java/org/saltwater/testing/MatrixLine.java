package org.saltwater.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of `authorization-matrix.txt`: a route, a mark for each standpoint, and what is sent.
///
/// @param variant which things the path names, see [#VARIANTS]; empty for the usual ones
/// @param sent a body, or a query beginning with `?`; empty for nothing
public record MatrixLine(String method, String path, String marks, String variant, String sent) {
  public static final Path TABLE = Path.of("src/test/resources/authorization-matrix.txt");

  /// The first word after the marks. `@visit` comes with the token of a visitor's questionnaire and
  /// names that; `@client-token` comes with the token that the client's own had before there was an
  /// account; `@past` names what the client had with the therapist before.
  private static final List<String> VARIANTS = List.of("@visit", "@client-token", "@past");

  static MatrixLine of(String text) {
    var cells = text.strip().split(" +", 3);
    var width = Standpoint.values().length * 2 - 1;
    var rest = cells[2].substring(width).strip();
    var variant = VARIANTS.stream().filter(rest::startsWith).findFirst().orElse("");
    return new MatrixLine(
        cells[0],
        cells[1],
        cells[2].substring(0, width).replace(" ", ""),
        variant,
        rest.substring(variant.length()).strip());
  }

  public static List<MatrixLine> table() {
    try {
      var lines = new LinkedHashMap<String, MatrixLine>();
      for (var text : Files.readAllLines(TABLE)) {
        if (!text.isBlank() && !text.startsWith("#")) {
          var line = of(text);
          assertThat(lines.put(line.key() + line.variant() + line.sent(), line))
              .as("twice: %s", text)
              .isNull();
        }
      }
      return List.copyOf(lines.values());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static MatrixLine missing(Route route) {
    return new MatrixLine(route.method(), route.path(), "", "", "");
  }

  public String key() {
    return method + " " + path;
  }

  public MatrixLine with(String answered) {
    return new MatrixLine(method, path, answered, variant, sent);
  }

  public boolean changes() {
    return !List.of("GET", "HEAD", Route.SOCKET).contains(method);
  }

  /// The address with the situation's things in it, a query included.
  public String address(Situation situation) {
    var named =
        switch (variant) {
          case "@visit" -> path.replace("{intake}", "{visit}");
          case "@past" ->
              path.replace("{conversation}", "{past-conversation}")
                  .replace("{appointment}", "{past-appointment}")
                  .replace("appointments/{id}", "appointments/{past-appointment}");
          default -> path;
        };
    var query = variant.equals("@past") ? sent.replace("{conv", "{past-conv") : sent;
    return situation.filled(named) + (isQuery() ? situation.filled(query) : "");
  }

  public String body(Situation situation) {
    return isQuery() ? "" : situation.filled(sent);
  }

  /// Null for none.
  public @Nullable String intakeToken(Situation situation) {
    return switch (variant) {
      case "@visit" -> situation.thing("visit-token");
      case "@client-token" -> situation.thing("client-token");
      default -> null;
    };
  }

  private boolean isQuery() {
    return sent.startsWith("?");
  }

  @Override
  public String toString() {
    var more = (variant + " " + sent).strip();
    return "%-6s %-58s %s  %s"
        .formatted(method, path, String.join(" ", marks.split("")), more)
        .stripTrailing();
  }
}
