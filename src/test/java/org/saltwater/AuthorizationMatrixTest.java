package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.For;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Standpoint;
import org.saltwater.testing.Standpoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every route, called by everyone: `src/test/resources/authorization-matrix.csv` says who gets in.
///
/// A new route fails this test until it has a line there. The failure prints the line with what
/// each person was answered: check that it is what should be, and add it.
@SaltwaterTest
class AuthorizationMatrixTest {
  private static final Path TABLE = Path.of("src/test/resources/authorization-matrix.csv");

  /// What everyone was answered in this run.
  private static final Path ANSWERED = Path.of("target/authorization-matrix.csv");

  private static final String HEAD =
      "method,path,visitor,client,other client,therapist with open edge,therapist with closed edge,"
          + "therapist without edge,supervisor,coordinator,operator,sent";

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired Standpoints standpoints;

  /// What a person is answered, told apart as far as it matters here.
  enum Outcome {
    /// The route did its work, or found fault with what was sent.
    ALLOWED,
    /// Led to the sign-in, or told that this is not open to them.
    REFUSED,
    /// Told that there is nothing: whether there is, is not theirs to know.
    HIDDEN,
    /// Fault was found with what was sent, so it did not come to the question. A route behind an
    /// edge needs something good to send, in the last column.
    INVALID,
    /// A fault of ours, which no table may expect.
    FAULT;

    static Outcome of(int status, String location) {
      if (status == 401
          || status == 403
          || location.startsWith("/sign-in?next=")
          || location.equals("/sign-in")) {
        return REFUSED;
      }
      if (status >= 500) {
        return FAULT;
      }
      return switch (status) {
        case 404 -> HIDDEN;
        case 400, 415, 422 -> INVALID;
        default -> ALLOWED;
      };
    }
  }

  record Route(String method, String path, boolean json) implements Comparable<Route> {
    @Override
    public int compareTo(Route other) {
      return key().compareTo(other.key());
    }

    String key() {
      return path + "," + method;
    }
  }

  @Test
  void everyHandlerSaysWhomItIsFor() {
    var silent =
        handlers().entrySet().stream()
            .filter(each -> each.getValue().getBeanType().getName().startsWith("org.saltwater."))
            .filter(each -> !saysWhom(each.getValue()))
            .map(each -> each.getValue().toString())
            .toList();
    assertThat(silent).as("handlers without @For").isEmpty();
  }

  @Test
  void everyRouteLetsInWhomItShouldAndNobodyElse() throws IOException {
    var expected = table();
    var wrong = new ArrayList<String>();
    var missing = new ArrayList<String>();
    var all = new ArrayList<>(List.of(HEAD));
    for (var route : routes()) {
      var line = expected.remove(route.key());
      var answered = line(route, answers(route, line == null ? "" : line.sent()), line);
      all.add(answered);
      if (line == null) {
        missing.add(answered);
      } else if (!line.text().equals(answered)) {
        wrong.add("\nexpected " + line.text() + "\nanswered " + answered);
      }
    }
    Files.writeString(ANSWERED, String.join("\n", all) + "\n");
    var together = new SoftAssertions();
    together
        .assertThat(wrong)
        .as("routes that answer otherwise than the table says (as answered: %s)", ANSWERED)
        .isEmpty();
    together
        .assertThat(missing)
        .as("routes missing from %s; check each line and add it", TABLE)
        .isEmpty();
    together.assertThat(expected.keySet()).as("lines of %s without a route", TABLE).isEmpty();
    together.assertAll();
  }

  private Map<Standpoint, Outcome> answers(Route route, String sent) {
    var answers = new LinkedHashMap<Standpoint, Outcome>();
    var situation = standpoints.arrange();
    for (var standpoint : Standpoint.values()) {
      if (!route.method().equals("GET")) {
        situation = standpoints.arrange();
      }
      var answer =
          situation.call(port, standpoint, route.method(), route.path(), route.json(), sent);
      answers.put(standpoint, Outcome.of(answer.status(), answer.location()));
    }
    return answers;
  }

  private List<Route> routes() {
    return handlers().entrySet().stream()
        .filter(each -> each.getValue().getBeanType().getName().startsWith("org.saltwater."))
        .filter(each -> !each.getKey().getPatternValues().contains("/error"))
        .flatMap(
            each ->
                each.getKey().getPatternValues().stream()
                    .flatMap(
                        path ->
                            each.getKey().getMethodsCondition().getMethods().stream()
                                .map(
                                    method ->
                                        new Route(method.name(), path, takesJson(each.getKey())))))
        .sorted()
        .distinct()
        .toList();
  }

  private static boolean takesJson(RequestMappingInfo info) {
    return info.getConsumesCondition()
        .getConsumableMediaTypes()
        .contains(MediaType.APPLICATION_JSON);
  }

  private Map<RequestMappingInfo, HandlerMethod> handlers() {
    return requestMappingHandlerMapping.getHandlerMethods();
  }

  private static boolean saysWhom(HandlerMethod handler) {
    return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), For.class)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), For.class);
  }

  /// @param sent what the call sends, so that it comes to the question who may; may be empty
  record Line(String text, String sent) {}

  private static Map<String, Line> table() {
    try {
      var lines = new TreeMap<String, Line>();
      for (var line : Files.readAllLines(TABLE).stream().skip(1).toList()) {
        var cells = line.split(",", 3 + Standpoint.values().length);
        lines.put(
            cells[1] + "," + cells[0],
            new Line(line, cells.length > 2 + Standpoint.values().length ? cells[11] : ""));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Route route, Map<Standpoint, Outcome> answers, @Nullable Line before) {
    return route.method()
        + ","
        + route.path()
        + ","
        + answers.values().stream()
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(","))
        + (before == null || before.sent().isEmpty() ? "" : "," + before.sent());
  }
}
