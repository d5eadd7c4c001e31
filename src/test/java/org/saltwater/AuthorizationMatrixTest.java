package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    HIDDEN;

    static Outcome of(int status, String location) {
      if (status == 401 || status == 403 || location.startsWith("/sign-in?next=") || location.equals("/sign-in")) {
        return REFUSED;
      }
      return status == 404 ? HIDDEN : ALLOWED;
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
  void everyRouteLetsInWhomItShouldAndNobodyElse() {
    var expected = table();
    var wrong = new ArrayList<String>();
    var missing = new ArrayList<String>();
    var routes = routes();
    for (var route : routes) {
      var line = expected.remove(route.key());
      var answered = answers(route);
      if (line == null) {
        missing.add(line(route, answered));
      } else if (!line.equals(line(route, answered))) {
        wrong.add("expected " + line + "\n answered " + line(route, answered));
      }
    }
    assertThat(wrong).as("routes that answer otherwise than the table says").isEmpty();
    assertThat(missing)
        .as("routes missing from %s; check each and add it:%n%s%n", TABLE, String.join("\n", missing))
        .isEmpty();
    assertThat(expected.values()).as("lines of %s without a route", TABLE).isEmpty();
  }

  private Map<Standpoint, Outcome> answers(Route route) {
    var answers = new LinkedHashMap<Standpoint, Outcome>();
    for (var standpoint : Standpoint.values()) {
      var answer = standpoints.call(port, standpoint, route.method(), route.path(), route.json());
      assertThat(answer.status())
          .as("%s %s as %s", route.method(), route.path(), standpoint)
          .isLessThan(500);
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
    return info.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.APPLICATION_JSON);
  }

  private Map<RequestMappingInfo, HandlerMethod> handlers() {
    return requestMappingHandlerMapping.getHandlerMethods();
  }

  private static boolean saysWhom(HandlerMethod handler) {
    return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), For.class)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), For.class);
  }

  private static Map<String, String> table() {
    try {
      var lines = new TreeMap<String, String>();
      for (var line : Files.readAllLines(TABLE).stream().skip(1).toList()) {
        var cells = line.split(",", 3);
        lines.put(cells[1] + "," + cells[0], line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Route route, Map<Standpoint, Outcome> answers) {
    return route.method()
        + ","
        + route.path()
        + ","
        + answers.values().stream()
            .map(each -> each.name().toLowerCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(","));
  }
}
