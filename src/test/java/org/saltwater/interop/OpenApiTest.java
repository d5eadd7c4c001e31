package org.saltwater.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.site.Words;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds the description of the API against the routes themselves.
@SaltwaterTest
@TestInstance(Lifecycle.PER_CLASS)
class OpenApiTest {
  private static final Set<String> SAID_BY_RULE =
      Set.of("about", "security", "for", "answer", "parameter", "problem");

  @LocalServerPort private int port;
  @Autowired private MessageSource bundles;
  @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

  private JsonNode description = JsonMapper.shared().createObjectNode();

  /// A handler of the API and one way to call it.
  private record Route(String method, String path, HandlerMethod handler) {}

  @BeforeAll
  void read() {
    var answer = new Visit(port).get("/api/openapi.json");
    assertThat(answer.status()).isEqualTo(200);
    description = JsonMapper.shared().readTree(answer.body());
  }

  @Test
  void everyRouteIsInItWithASummaryAndWordsOfItsOwn() {
    var missing = new ArrayList<String>();
    var summaries = new ArrayList<String>();
    for (var route : routes()) {
      var operation = operation(route);
      if (operation.path("summary").asString("").isBlank()
          || operation.path("description").asString("").isBlank()
          || operation.path("tags").isEmpty()) {
        missing.add(route.method() + " " + route.path());
      }
      summaries.add(operation.path("summary").asString(""));
    }
    assertThat(missing).isEmpty();
    assertThat(summaries).hasSizeGreaterThan(70).doesNotHaveDuplicates();
  }

  @Test
  void everyRouteHasItsWordsInTheBundle() {
    var words = new Words(bundles, Locale.ENGLISH);
    var missing = new TreeSet<String>();
    for (var route : routes()) {
      for (var key :
          List.of(
              DescribedOperations.topic(route.handler()),
              DescribedOperations.key(route.handler()))) {
        if (!words.has("api." + key)) {
          missing.add(key);
        }
      }
      operation(route)
          .path("responses")
          .propertyNames()
          .forEach(
              status -> {
                if (Integer.parseInt(status) < 400 && !words.has("api.answer." + status)) {
                  missing.add("answer." + status);
                }
              });
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aHandlerWithoutWordsIsDescribedByItsName() throws Exception {
    var described =
        new DescribedOperations(new Words(bundles, Locale.ENGLISH), Problems::inThisPlatform);
    var operation =
        described.customize(
            new Operation().responses(new ApiResponses().addApiResponse("207", new ApiResponse())),
            new HandlerMethod(new UnwordedApi(), UnwordedApi.class.getDeclaredMethod("wave")));
    assertThat(operation.getSummary()).isEqualTo("unwordedWave");
    assertThat(operation.getTags()).containsExactly("unworded");
    assertThat(operation.getResponses().get("207").getDescription()).isEqualTo("207");
  }

  @For(Audience.ANYONE)
  static final class UnwordedApi {
    void wave() {}
  }

  @Test
  void everyAnswerWithABodyHasASchema() {
    var missing =
        routes().stream()
            .filter(route -> !route.handler().getMethod().getReturnType().equals(void.class))
            .filter(route -> schemaOfSuccess(operation(route)).isMissingNode())
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyBodyThatIsAskedForHasASchema() {
    var missing =
        routes().stream()
            .filter(route -> takesBody(route.handler()))
            .filter(
                route ->
                    operation(route)
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema")
                        .isMissingNode())
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyRefusalIsAProblemWithItsTypeNamed() {
    for (var route : routes()) {
      var answers = operation(route).path("responses");
      assertThat(answers.propertyNames()).contains("429", "500", "503");
      answers
          .properties()
          .forEach(
              each -> {
                if (Integer.parseInt(each.getKey()) >= 400) {
                  assertThat(each.getValue().path("description").asString("")).contains("`");
                  assertThat(
                          each.getValue()
                              .at("/content/application~1problem+json/schema/$ref")
                              .asString(""))
                      .isEqualTo("#/components/schemas/Problem");
                }
              });
    }
  }

  @Test
  void whatOnlySomeMayCallSaysSo() {
    for (var route : routes()) {
      var operation = operation(route);
      var isForAll =
          operation.path("description").asString("").contains("anyone, signed in or not");
      var answers = operation.path("responses");
      assertThat(isForAll || (answers.has("401") && answers.has("403")))
          .as(route.toString())
          .isTrue();
      assertThat(
              operation.path("security").isEmpty()
                  || operation.path("security").toString().contains("{}"))
          .as(route.toString())
          .isEqualTo(isForAll);
    }
  }

  @Test
  void theIdempotencyKeyAndTheBearerTokenAreExplained() {
    assertThat(description.at("/components/securitySchemes/signIn/scheme").asString(""))
        .isEqualTo("bearer");
    for (var path :
        List.of("/api/v1/appointments", "/api/v1/conversations/{conversation}/messages")) {
      var parameters = description.path("paths").path(path).path("post").path("parameters");
      assertThat(parameters.toString()).contains("Idempotency-Key").contains("best a random UUID");
    }
  }

  @Test
  void everyParameterIsExplained() {
    var silent = new TreeSet<String>();
    for (var route : routes()) {
      for (var parameter : operation(route).path("parameters")) {
        if (parameter.path("description").asString("").isBlank()) {
          silent.add(parameter.path("name").asString("") + " of " + route.path());
        }
      }
    }
    assertThat(silent).isEmpty();
  }

  @Test
  void namesAreOnesOwn() {
    var ids = new ArrayList<String>();
    routes().forEach(route -> ids.add(operation(route).path("operationId").asString("")));
    assertThat(ids).doesNotHaveDuplicates().noneMatch(id -> id.contains("_"));
  }

  @Test
  void idsArePlainUuids() {
    var schemas = description.path("components").path("schemas");
    assertThat(schemas.propertyNames())
        .doesNotContain(
            "PersonId", "ClientId", "TherapistId", "AppointmentId", "Redacted", "RedactedString");
    assertThat(schemas.at("/Appointment/properties/therapist/format").asString(""))
        .isEqualTo("uuid");
    assertThat(schemas.at("/Appointment/required").toString())
        .contains("therapist")
        .doesNotContain("heldUntil");
  }

  @Test
  void noWordsAreLeftOfRoutesThatAreGone() throws Exception {
    Properties words =
        PropertiesLoaderUtils.loadProperties(
            new EncodedResource(new ClassPathResource("messages/api.properties"), "UTF-8"));
    var known = new TreeSet<String>();
    for (var route : routes()) {
      known.add(DescribedOperations.topic(route.handler()));
      known.add(DescribedOperations.key(route.handler()));
    }
    assertThat(
            words.stringPropertyNames().stream()
                .map(key -> key.substring("api.".length()))
                .filter(key -> !SAID_BY_RULE.contains(key.split("\\.")[0]))
                .map(key -> key.replaceFirst("\\.(about|problems)$", "")))
        .isSubsetOf(known);
  }

  private List<Route> routes() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .flatMap(
            each ->
                each.getKey().getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v1"))
                    .flatMap(
                        path ->
                            each.getKey().getMethodsCondition().getMethods().stream()
                                .map(
                                    it ->
                                        new Route(
                                            it.name().toLowerCase(Locale.ROOT),
                                            path,
                                            each.getValue()))))
        .toList();
  }

  private JsonNode operation(Route route) {
    return description.path("paths").path(route.path()).path(route.method());
  }

  private static JsonNode schemaOfSuccess(JsonNode operation) {
    return Stream.of("200", "201", "202")
        .map(status -> operation.path("responses").path(status).path("content"))
        .filter(content -> !content.isEmpty())
        .map(content -> content.iterator().next().path("schema"))
        .findFirst()
        .orElseGet(() -> JsonMapper.shared().createObjectNode().path("none"));
  }

  private static boolean takesBody(HandlerMethod handler) {
    return Stream.of(handler.getMethodParameters())
        .anyMatch(it -> it.hasParameterAnnotation(RequestBody.class));
  }
}
