package org.saltwater.canary;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.saltwater.kernel.Redacted;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Fills a route's fields: each text with its canary, everything else with something that fits, or
/// does not, as the slip has it.
///
/// @param text the canary of a field
record Filling(Slip slip, UnaryOperator<String> text) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonMapper MAPPER = JsonMapper.shared();
  private static final int LONG = 20_000;

  String json(TypedRoute route) {
    var tree = example(route.body(), route.name(), "");
    if (slip == Slip.UNKNOWN_FIELD && tree.isObject()) {
      tree.asObject().put(text.apply(route.name()), text.apply(route.name()));
    }
    var whole = MAPPER.writeValueAsString(tree);
    return slip == Slip.BROKEN
        ? whole.replaceFirst("}?$", "") + ", " + text.apply(route.name())
        : whole;
  }

  String form(TypedRoute route) {
    return route.fields().entrySet().stream()
        .map(
            field ->
                encode(field.getKey().equals("*") ? "words" : field.getKey())
                    + "="
                    + encode(formValue(field.getValue(), route.name() + " ?" + field.getKey())))
        .collect(Collectors.joining("&"));
  }

  private String formValue(Type type, String name) {
    var value = example(type, name, "");
    while (value.isArray()) {
      value = value.get(0);
    }
    return value.isObject() ? text(name) : value.asString();
  }

  private JsonNode example(Type type, String name, String path) {
    var here = path.isEmpty() ? name : name + " " + path;
    if (type == String.class) {
      return JSON.stringNode(text(here));
    }
    if (type instanceof ParameterizedType generic) {
      return example(generic, name, path);
    }
    if (slip == Slip.WRONG_KIND && !TypedField.isOurRecord(type)) {
      return JSON.stringNode(text(here));
    }
    var known = (Class<?>) type;
    if (TypedField.isOurRecord(known) && !known.getPackageName().endsWith(".kernel")) {
      var node = JSON.objectNode();
      for (var part : known.getRecordComponents()) {
        var longer = path.isEmpty() ? part.getName() : path + "." + part.getName();
        node.set(part.getName(), example(part.getGenericType(), name, longer));
      }
      return node;
    }
    return plain(known);
  }

  private JsonNode example(ParameterizedType generic, String name, String path) {
    var raw = (Class<?>) generic.getRawType();
    var first = generic.getActualTypeArguments()[0];
    if (Collection.class.isAssignableFrom(raw)) {
      return JSON.arrayNode().add(example(first, name, path));
    }
    if (raw == Optional.class || raw == Redacted.class) {
      return example(first, name, path);
    }
    if (Map.class.isAssignableFrom(raw)) {
      var key = example(first, name, path + ".*").asString();
      var value = example(generic.getActualTypeArguments()[1], name, path + ".*");
      return JSON.objectNode().set(key, value);
    }
    return JSON.stringNode(text(name));
  }

  private static JsonNode plain(Class<?> type) {
    if (type.isEnum()) {
      return JSON.stringNode(((Enum<?>) type.getEnumConstants()[0]).name());
    }
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return JSON.numberNode(1);
    }
    if (type == boolean.class || type == Boolean.class) {
      return JSON.booleanNode(true);
    }
    var fitting =
        Map.<Class<?>, Object>of(
            Instant.class, "2026-11-25T09:00:00Z",
            LocalDate.class, "2026-11-25",
            LocalTime.class, "09:00",
            DayOfWeek.class, "MONDAY");
    return JSON.stringNode(String.valueOf(fitting.getOrDefault(type, UUID.randomUUID())));
  }

  private String text(String name) {
    return slip == Slip.TOO_LONG
        ? String.join(" ", List.of(text.apply(name), "x".repeat(LONG)))
        : text.apply(name);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
