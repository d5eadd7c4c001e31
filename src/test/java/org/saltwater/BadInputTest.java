package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.BadTrials.Trial;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.testing.BadInput;
import org.saltwater.testing.Calls;
import org.saltwater.testing.Calls.Said;
import org.saltwater.testing.MatrixLine;
import org.saltwater.testing.Route;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Situation;
import org.saltwater.testing.Standpoint;
import org.saltwater.testing.Standpoints;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;

/// Nothing that anyone can send makes an answer of 500 or above, and a program is always told what
/// was wrong in one form. The routes and their parameters are the platform's own, so a new one is
/// tried without a line here.
@SaltwaterTest
class BadInputTest {
  private static final int AT_ONCE = 10;

  /// One trial in so many, others for each route; `bin/soak bad-input` sends all.
  private static final int EVERY = Integer.getInteger("soak.every", 4);

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Standpoints standpoints;
  private Calls calls;

  @BeforeEach
  void comeIn() {
    calls = new Calls(port);
  }

  @Test
  void nothingInAnAddressIsAFaultOfOurs() {
    tryAll(BadTrials::addresses);
  }

  @Test
  void nothingInABodyIsAFaultOfOurs() {
    tryAll(BadTrials::bodies);
  }

  @Test
  void nothingInAFormIsAFaultOfOurs() {
    tryAll(BadTrials::forms);
  }

  interface Trials {
    Stream<Trial> of(Route route, MatrixLine line, Situation situation);
  }

  private void tryAll(Trials trials) {
    var lines =
        MatrixLine.table().stream()
            .filter(line -> line.variant().isEmpty())
            .collect(Collectors.toMap(MatrixLine::key, it -> it, (one, other) -> one));
    // What only reads leaves everything as it was, for the next as well.
    var shared = standpoints.arrange();
    List<Callable<List<String>>> all =
        Route.all(context).stream()
            .filter(route -> route.handler() != null)
            .map(
                route -> {
                  var line = lines.getOrDefault(route.key(), MatrixLine.missing(route));
                  return (Callable<List<String>>)
                      () -> faults(route, line, standpoint(route), trials, shared);
                })
            .toList();
    var faults = Calls.together(AT_ONCE, all).stream().flatMap(List::stream).toList();
    assertThat(String.join("\n", faults)).isEmpty();
  }

  private List<String> faults(
      Route route, MatrixLine line, Standpoint who, Trials trials, Situation shared) {
    var situation = line.changes() ? standpoints.arrange() : shared;
    var faults = new LinkedHashMap<String, String>();
    // Comparing a password is made to be slow.
    var every = route.path().matches(".*(sign-in|password|second-step).*") ? 5 * EVERY : EVERY;
    var count = new AtomicInteger(Math.floorMod(route.key().hashCode(), every));
    trials
        .of(route, line, situation)
        .filter(trial -> count.getAndIncrement() % every == 0)
        .forEach(
            trial -> {
              var said =
                  calls.call(
                      route.method(),
                      trial.path(),
                      trial.type(),
                      trial.body(),
                      situation.token(who),
                      who == Standpoint.VISITOR ? situation.thing("visit-token") : null);
              var fault = fault(route, trial, said);
              if (!fault.isEmpty()) {
                faults.putIfAbsent(
                    fault, route.key() + " as " + who + ": " + fault + " to " + trial.what());
              }
            });
    return List.copyOf(faults.values());
  }

  private static String fault(Route route, Trial trial, Said said) {
    if (said.status() >= 500) {
      return Integer.toString(said.status());
    }
    if (said.status() == 400 && isRefusedByTomcat(trial.path())) {
      return "";
    }
    var told =
        said.type().startsWith("application/problem+json")
            && said.body().contains("\"type\":\"/problems/");
    return route.isApi() && said.status() >= 400 && !told
        ? said.status() + " without a problem"
        : "";
  }

  /// Tomcat answers these with its own bare page, before it knows of any route: what is not UTF-8,
  /// and a NUL or an encoded slash in a path.
  private static boolean isRefusedByTomcat(String address) {
    var path = address.replaceFirst("\\?.*", "");
    return address.contains(BadInput.UNDECODABLE) || path.contains("%00") || path.contains("%2F");
  }

  /// One of those whom a route is for.
  private static Standpoint standpoint(Route route) {
    var handler = route.handler();
    var onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), For.class);
    var found =
        onMethod != null
            ? onMethod
            : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), For.class);
    return found == null ? Standpoint.VISITOR : standpoint(found.value()[0]);
  }

  private static Standpoint standpoint(Audience audience) {
    return switch (audience) {
      // A client with an account and a finished questionnaire comes further than a visitor.
      case ANYONE, SIGNED_IN, CLIENT -> Standpoint.CLIENT;
      case THERAPIST -> Standpoint.THERAPIST_WITH_OPEN_EDGE;
      case SUPERVISOR -> Standpoint.SUPERVISOR_AGREED_TO;
      case COORDINATOR -> Standpoint.COORDINATOR;
      case OPERATOR -> Standpoint.OPERATOR;
    };
  }
}
