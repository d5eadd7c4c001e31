package org.saltwater;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.testing.BadInput;
import org.saltwater.testing.MatrixLine;
import org.saltwater.testing.Route;
import org.saltwater.testing.Situation;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/// What is sent to each route: its usual request, spoilt in one place at a time.
final class BadTrials {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^/]+?}(?=/|\\.|$)");
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private BadTrials() {}

  /// One thing to send.
  ///
  /// @param what it is, for the report
  record Trial(String what, String path, @Nullable String type, String body) {}

  static Stream<Trial> addresses(Route route, MatrixLine line, Situation situation) {
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

  static Stream<Trial> bodies(Route route, MatrixLine line, Situation situation) {
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

  static Stream<Trial> forms(Route route, MatrixLine line, Situation situation) {
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

  /// What a handler reads from a query or a form.
  private static List<String> parameters(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .flatMap(BadTrials::parameters)
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
