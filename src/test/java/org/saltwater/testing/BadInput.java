package org.saltwater.testing;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What someone careless, unlucky or ill-meaning could send.
public final class BadInput {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final String HALF = "half a character";

  private static final List<String> DATES =
      List.of(
          "-999999999-01-01T00:00:00Z",
          "+999999999-12-31T23:59:59.999999999Z",
          "9999-12-31T23:59:59Z",
          "2999-12-31T23:59:59Z",
          "2026-02-30T25:61:00Z",
          "+999999999-12-31",
          "-999999999-01-01",
          "9999-12-31",
          "+999999999-12-31T23:59",
          "9999-12-31T23:59");

  private static final List<String> WORDS =
      List.of(
          "",
          " ",
          "-1",
          "99999999999999999999",
          "9223372036854775807",
          "{0} '{' %s ${x}",
          "\ud83d\ude00\u202e\u0301",
          "a\u0000b",
          "00000000-0000-0000-0000-000000000000",
          "____",
          "MjAyNi0xMS0yNVQxMDowMDowMFogeA",
          "away 2026-12-24..+999999999-12-31");

  /// No UTF-8.
  public static final String UNDECODABLE = "%C3%28";

  /// As they stand in an address, encoded already.
  public static final List<String> PATHS =
      List.of(
          "x",
          "-1",
          "0",
          "99999999999999999999",
          "00000000-0000-0000-0000-000000000000",
          "1-1-1-1-1",
          "%F0%9F%98%80",
          UNDECODABLE,
          "a%00b",
          "a%25b",
          "a%2Fb",
          "a;b",
          "%20",
          "x".repeat(3_000));

  public static final List<String> QUERIES =
      Stream.of(WORDS, DATES, List.of("x".repeat(3_000))).flatMap(List::stream).toList();

  public static final List<String> FIELDS =
      Stream.of(
              WORDS, DATES, List.of("x".repeat(20_000), "9-10,".repeat(4_000), "DE ".repeat(7_000)))
          .flatMap(List::stream)
          .toList();

  public static final List<String> BODIES =
      List.of(
          "",
          " ",
          "null",
          "[]",
          "{}",
          "1",
          "\"x\"",
          "{",
          "{\"a\":1}",
          "{\"a\":1,\"a\":1}",
          "\u0000",
          "[".repeat(5_000),
          "{\"a\":" + "9".repeat(5_000) + "}",
          "{\"" + "a".repeat(200_000) + "\":1}",
          "\"" + "x".repeat(1_500_000) + "\"");

  private BadInput() {}

  /// The names in the record that a handler reads its body into.
  public static List<String> components(HandlerMethod handler) {
    return Arrays.stream(handler.getMethodParameters())
        .filter(it -> it.hasParameterAnnotation(RequestBody.class))
        .filter(it -> it.getParameterType().isRecord())
        .flatMap(it -> Arrays.stream(it.getParameterType().getRecordComponents()))
        .map(RecordComponent::getName)
        .toList();
  }

  /// The body again and again, each time with one part of it replaced.
  public static Stream<String> changed(String body, List<String> components) {
    var whole = (ObjectNode) JSON.readTree(body);
    components.forEach(
        name -> {
          if (!whole.has(name)) {
            whole.putNull(name);
          }
        });
    return whole.propertyNames().stream().toList().stream()
        .flatMap(name -> parts(whole, name))
        .map(node -> JSON.writeValueAsString(node).replace(HALF, "\\ud800"));
  }

  private static Stream<JsonNode> parts(ObjectNode whole, String name) {
    var without = whole.deepCopy();
    without.remove(name);
    var here = values().map(bad -> with(whole, name, bad));
    var inside =
        switch (whole.get(name)) {
          case ObjectNode object ->
              Stream.concat(object.propertyNames().stream(), Stream.of("a\u0000b"))
                  .flatMap(
                      inner -> values().map(bad -> with(whole, name, with(object, inner, bad))));
          case ArrayNode array -> values().map(bad -> with(whole, name, added(array, bad)));
          default -> Stream.<JsonNode>empty();
        };
    return Stream.of(Stream.of((JsonNode) without), here, inside).flatMap(it -> it);
  }

  private static Stream<JsonNode> values() {
    var texts =
        Stream.of(WORDS, DATES, List.of(HALF, "x".repeat(20_000)))
            .flatMap(List::stream)
            .map(text -> (JsonNode) JSON.getNodeFactory().stringNode(text));
    var others =
        Stream.of(
                "null",
                "true",
                "1",
                "-1",
                "99999999999999999999999999",
                "1e300",
                "[]",
                "[null]",
                "[1]",
                "{}",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":[null]}",
                many("\"x\""),
                many("\"Mon 09:00-10:00\""),
                many("\"extra 2026-12-24 18:00-20:00\""))
            .map(JSON::readTree);
    return Stream.concat(texts, others);
  }

  private static String many(String one) {
    return "[" + String.join(",", Collections.nCopies(3_000, one)) + "]";
  }

  private static ObjectNode with(ObjectNode whole, String name, JsonNode value) {
    var changed = whole.deepCopy();
    changed.set(name, value);
    return changed;
  }

  private static ArrayNode added(ArrayNode array, JsonNode value) {
    var changed = array.deepCopy();
    changed.add(value);
    return changed;
  }
}
