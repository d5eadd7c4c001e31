package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// Nothing that anyone can send makes an answer of 500 or above, and a program is always told what
/// was wrong in one form. The routes and their parameters are the platform's own, so a new one is
/// tried without a line here.
@SaltwaterTest
class BadInputTest {
  private static final int AT_ONCE = 10;
  private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+?}(?=/|\\.|$)");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Standpoints standpoints;
  private Calls calls;

  @BeforeEach
  void comeIn() {
    calls = new Calls(port);
  }

  /// One thing to send.
  ///
  /// @param what it is, for the report
  record Trial(String what, String path, @Nullable String type, String body) {}

  @Test
  void nothingInAnAddressIsAFaultOfOurs() {
    tryAll(this::addresses);
  }

  @Test
  void nothingInABodyIsAFaultOfOurs() {
    tryAll(this::bodies);
  }

  @Test
  void nothingInAFormIsAFaultOfOurs() {
    tryAll(this::forms);
  }

  interface Trials {
    Stream<Trial> of(Route route, MatrixLine line, Situation situation);
  }

  private void tryAll(Trials trials) {
    var lines =
        MatrixLine.table().stream()
            .filter(line -> line.variant().isEmpty())
            .collect(Collectors.toMap(MatrixLine::key, it -> it, (one, other) -> one));
    List<Callable<List<String>>> all =
        Route.all(context).stream()
            .filter(route -> route.handler() != null)
            .map(
                route -> {
                  var line = lines.getOrDefault(route.key(), MatrixLine.missing(route));
                  return (Callable<List<String>>)
                      () -> faults(route, line, standpoint(route), trials);
                })
            .toList();
    var faults = Calls.together(AT_ONCE, all).stream().flatMap(List::stream).toList();
    assertThat(String.join("\n", faults)).isEmpty();
  }

  private List<String> faults(Route route, MatrixLine line, Standpoint who, Trials trials) {
    var situation = standpoints.arrange();
    var faults = new LinkedHashMap<String, String>();
    var every = route.path().matches(".*(sign-in|password|second-step).*") ? 5 : 1;
    var count = new AtomicInteger();
    trials
        .of(route, line, situation)
        // Comparing a password is made to be slow, so there only some are tried.
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

  private Stream<Trial> addresses(Route route, MatrixLine line, Situation situation) {
    var usual = line.address(situation);
    var type = line.changes() ? typeOf(route) : null;
    var body = bodyOf(route, line, situation);
    var trials = new ArrayList<Trial>();
    var variables = VARIABLE.matcher(route.path());
    while (variables.find()) {
      var before = situation.filled(route.path().substring(0, variables.start()));
      var after = situation.filled(route.path().substring(variables.end()));
      for (var bad : BadInput.PATHS) {
        trials.add(
            new Trial(variables.group() + " = " + brief(bad), before + bad + after, type, body));
      }
    }
    if (!line.changes()) {
      for (var name : parameters(route.handler())) {
        for (var bad : BadInput.QUERIES) {
          var query = "?" + name + "=" + encoded(bad);
          trials.add(new Trial(brief(query), usual + query, null, ""));
        }
        var twice = "?" + name + "=1&" + name + "=2";
        trials.add(new Trial(twice, usual + twice, null, ""));
      }
    }
    return trials.stream();
  }

  private Stream<Trial> bodies(Route route, MatrixLine line, Situation situation) {
    if (!line.changes() || !(route.isApi() || route.json())) {
      return Stream.empty();
    }
    var path = line.address(situation);
    var whole = BadInput.BODIES.stream().map(bad -> new Trial(brief(bad), path, JSON, bad));
    var otherwise =
        Stream.of("text/xml", FORM, "nonsense")
            .map(type -> new Trial("content type " + type, path, type, "a=b"));
    var parts =
        BadInput.changed(bodyOf(route, line, situation), BadInput.components(route.handler()))
            .map(bad -> new Trial(brief(bad), path, JSON, bad));
    return Stream.of(whole, otherwise, parts).flatMap(it -> it);
  }

  private Stream<Trial> forms(Route route, MatrixLine line, Situation situation) {
    if (!line.changes() || route.isApi() || route.json()) {
      return Stream.empty();
    }
    var path = line.address(situation);
    var usual = fields(line.body(situation));
    for (var name : parameters(route.handler())) {
      usual.putIfAbsent(name, "");
    }
    var trials = new ArrayList<Trial>();
    trials.add(new Trial("nothing", path, FORM, ""));
    trials.add(new Trial("many fields", path, FORM, "a=b&".repeat(2_000)));
    trials.add(new Trial("too much", path, FORM, "a=" + "x".repeat(400_000)));
    trials.add(new Trial("not encoded", path, FORM, "a=%zz&%=%&&&=="));
    trials.add(new Trial("JSON", path, JSON, "{}"));
    trials.add(new Trial("parts", path, "multipart/form-data", "--"));
    for (var name : usual.keySet()) {
      for (var bad : BadInput.FIELDS) {
        var changed = new LinkedHashMap<>(usual);
        changed.put(name, bad);
        trials.add(new Trial(name + " = " + brief(bad), path, FORM, form(changed)));
      }
      var without = new LinkedHashMap<>(usual);
      without.remove(name);
      trials.add(new Trial("without " + name, path, FORM, form(without)));
      trials.add(
          new Trial(
              name + " often", path, FORM, form(usual) + ("&" + encoded(name) + "=x").repeat(900)));
    }
    return trials.stream();
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

  /// What a handler reads from a query or a form.
  private static List<String> parameters(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .flatMap(BadInputTest::parameters)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Stream<String> parameters(MethodParameter parameter) {
    var named = parameter.getParameterAnnotation(RequestParam.class);
    if (named != null) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      var name = named.name().isEmpty() ? parameter.getParameterName() : named.name();
      return Map.class.isAssignableFrom(parameter.getParameterType())
          ? Stream.empty()
          : Stream.ofNullable(name);
    }
    return parameter.hasParameterAnnotation(ModelAttribute.class)
        ? Arrays.stream(parameter.getParameterType().getRecordComponents())
            .map(component -> component.getName())
        : Stream.empty();
  }

  private static @Nullable String typeOf(Route route) {
    return route.isApi() || route.json() ? JSON : FORM;
  }

  private static String bodyOf(Route route, MatrixLine line, Situation situation) {
    var body = line.body(situation);
    return body.isEmpty() && JSON.equals(typeOf(route)) && line.changes() ? "{}" : body;
  }

  private static Map<String, String> fields(String form) {
    var fields = new LinkedHashMap<String, String>();
    for (var pair : form.isEmpty() ? new String[0] : form.split("&", -1)) {
      var parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return fields;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String brief(String text) {
    return text.length() > 120 ? text.substring(0, 120) + "… (" + text.length() + ")" : text;
  }
}
