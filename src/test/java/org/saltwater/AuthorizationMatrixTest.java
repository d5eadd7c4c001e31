package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.security.web.FilterChainProxy;

/// Every route, called by everyone: `src/test/resources/authorization-matrix.txt` says who gets in.
///
/// A new route fails this test until it has a line there. The failure prints the line with what
/// each person was answered: check that it is what should be, and add it.
@SaltwaterTest
class AuthorizationMatrixTest {
  /// What everyone was answered in this run.
  private static final Path ANSWERED = Path.of("target/authorization-matrix.txt");

  private static final int AT_ONCE = 8;

  /// Answered by filters, in front of everything that has routes.
  private static final List<String> FILTERS = List.of("GET /help-now");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Standpoints standpoints;
  @Autowired FilterChainProxy security;
  private Calls calls;

  @BeforeEach
  void comeIn() {
    calls = new Calls(port);
  }

  @Test
  void everyRouteLetsInWhomItShouldAndNobodyElse() throws IOException {
    var table = MatrixLine.table();
    var routes =
        Route.all(context).stream().collect(Collectors.toMap(Route::key, it -> it, (a, b) -> a));
    var missing =
        routes.values().stream()
            .sorted()
            .filter(route -> table.stream().noneMatch(line -> line.key().equals(route.key())))
            .map(MatrixLine::missing)
            .toList();
    var shared = standpoints.arrange();
    var faults = new ArrayList<String>();
    List<Callable<MatrixLine>> all =
        Stream.concat(table.stream(), missing.stream())
            .map(line -> (Callable<MatrixLine>) () -> answered(line, routes, shared, faults))
            .toList();
    var answered = Calls.together(AT_ONCE, all);
    Files.writeString(
        ANSWERED,
        answered.stream().map(MatrixLine::toString).collect(Collectors.joining("\n")) + "\n");
    var together = new SoftAssertions();
    together.assertThat(faults).as("faults of ours").isEmpty();
    together
        .assertThat(answered.subList(0, table.size()).stream().map(MatrixLine::toString))
        .as("who gets in where (as answered: %s)", ANSWERED)
        .containsExactlyElementsOf(table.stream().map(MatrixLine::toString).toList());
    together
        .assertThat(
            answered.subList(table.size(), answered.size()).stream().map(MatrixLine::toString))
        .as("routes missing from %s; check each line and add it", MatrixLine.TABLE)
        .isEmpty();
    together
        .assertThat(table)
        .as("lines without a route, but those that are to stay closed")
        .allMatch(
            line ->
                routes.containsKey(line.key())
                    || FILTERS.contains(line.key())
                    || line.marks().matches("[?-]+"));
    together.assertAll();
  }

  /// Spring Security brings endpoints of its own as filters. None of them is switched on; one that
  /// is would answer before any line of the table, so it has to be named here and there.
  @Test
  void noFilterAnswersThatTheTableDoesNotKnow() {
    var filters =
        security.getFilterChains().stream()
            .flatMap(chain -> chain.getFilters().stream())
            .map(filter -> filter.getClass().getSimpleName())
            .distinct();
    assertThat(filters)
        .containsExactlyInAnyOrder(
            "DisableEncodeUrlFilter",
            "WebAsyncManagerIntegrationFilter",
            "SecurityContextHolderFilter",
            "HeaderWriterFilter",
            "CsrfFilter",
            "SecurityContextHolderAwareRequestFilter",
            "AnonymousAuthenticationFilter",
            "ExceptionTranslationFilter",
            "AuthorizationFilter");
  }

  @Test
  void nothingChangesThatAnotherSiteAsksFor() {
    var signIn = standpoints.arrange().token(Standpoint.COORDINATOR);
    List<Callable<String>> all =
        Route.all(context).stream()
            .filter(Route::changes)
            .filter(route -> !route.path().equals("/error"))
            .map(
                route ->
                    (Callable<String>)
                        () -> {
                          var path = route.path().replaceAll("\\{[^/]+}", "1");
                          var said = calls.forge(route.method(), path, signIn);
                          return said.status() == 403 ? "" : route.key() + ": " + said.status();
                        })
            .toList();
    assertThat(Calls.together(AT_ONCE, all)).hasSizeGreaterThan(80).containsOnly("");
  }

  private MatrixLine answered(
      MatrixLine line, Map<String, Route> routes, Situation shared, List<String> faults) {
    var situation = line.changes() ? standpoints.arrange() : shared;
    var marks = new StringBuilder();
    for (var who : Standpoint.values()) {
      var said = call(line, routes.get(line.key()), situation, who);
      if (said.status() >= 500) {
        synchronized (faults) {
          faults.add(line.key() + " as " + who + ": " + said.status());
        }
      }
      var mark = mark(said);
      marks.append(mark);
      // What was refused changed nothing; after what was done, the next one finds things fresh,
      // unless the table says that it makes no difference to them.
      var next = Math.min(who.ordinal() + 1, line.marks().length());
      if (line.changes()
          && (mark == '+' || mark == '>')
          && !line.marks().substring(next).matches("-*")
          && line.marks().chars().distinct().count() != 1) {
        situation = standpoints.arrange();
      }
    }
    return line.with(marks.toString());
  }

  private Said call(MatrixLine line, @Nullable Route route, Situation situation, Standpoint who) {
    var address = line.address(situation);
    var token = situation.token(who);
    if (line.method().equals(Route.SOCKET)) {
      return new Said(calls.knock(address, token), "", "", "");
    }
    var json = route != null && (route.json() || route.isApi());
    var body = line.body(situation);
    return calls.call(
        line.method(),
        address,
        !line.changes() ? null : json ? "application/json" : "application/x-www-form-urlencoded",
        body.isEmpty() && json && line.changes() ? "{}" : body,
        token,
        line.intakeToken(situation));
  }

  private static char mark(Said said) {
    if (said.status() == 401
        || said.status() == 403
        || said.location().equals("/sign-in")
        || said.location().startsWith("/sign-in?next=")) {
      return '-';
    }
    return switch (said.status()) {
      case 404 -> '?';
      case 400, 405, 413, 415, 422 -> 'x';
      case 409, 410, 426 -> '~';
      default -> said.status() >= 500 ? '!' : said.status() >= 300 ? '>' : '+';
    };
  }
}
