package org.saltwater.interop;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.ProblemType;
import org.saltwater.site.Words;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/// Says of each operation what it does, for whom, and how it can be refused.
class DescribedOperations implements OperationCustomizer {
  /// What a visitor with a questionnaire and no account may call.
  private static final Set<String> WITH_INTAKE =
      Set.of("intakes", "matches", "waitlist", "appointments");

  /// What somebody may call who comes along to an hour.
  private static final String ALONG = "along";

  private final Words words;
  private final Supplier<Problems> problems;

  DescribedOperations(Words words, Supplier<Problems> problems) {
    this.words = words;
    this.problems = problems;
  }

  /// The word an operation's texts stand under: `appointments.hold`.
  static String key(HandlerMethod handler) {
    return topic(handler) + "." + handler.getMethod().getName();
  }

  static String topic(HandlerMethod handler) {
    var name = handler.getBeanType().getSimpleName().replaceFirst("(Api|Pages|Answers)$", "");
    return StringUtils.uncapitalize(name);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    var key = "api." + key(handler);
    var audiences = audiences(handler);
    operation.setOperationId(
        topic(handler) + StringUtils.capitalize(handler.getMethod().getName()));
    operation.setTags(List.of(said("api." + topic(handler), topic(handler))));
    operation.setSummary(said(key, operation.getOperationId()));
    operation.setDescription(
        (words.has(key + ".about") ? words.say(key + ".about") + "\n\n" : "") + forWhom(audiences));
    operation.setSecurity(security(handler, audiences));
    describeHeaders(operation);
    describeAnswers(operation, key, audiences);
    return operation;
  }

  /// A sentence nobody has written yet makes the description poorer, not impossible. The build
  /// still asks for it: `OpenApiTest`.
  private String said(String key, String otherwise) {
    return words.has(key) ? words.say(key) : otherwise;
  }

  private static Set<Audience> audiences(HandlerMethod handler) {
    var onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), For.class);
    var found =
        onMethod != null
            ? onMethod
            : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), For.class);
    return found == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(found.value()));
  }

  private String forWhom(Set<Audience> audiences) {
    return words.say("api.for")
        + " "
        + audiences.stream()
            .map(it -> words.say("api.for." + it.name()))
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static List<SecurityRequirement> security(
      HandlerMethod handler, Set<Audience> audiences) {
    var bearer = new SecurityRequirement().addList(ApiDescription.BEARER);
    if (!audiences.contains(Audience.ANYONE)) {
      return List.of(bearer);
    }
    var scheme =
        WITH_INTAKE.contains(topic(handler))
            ? ApiDescription.INTAKE
            : topic(handler).equals(ALONG) ? ApiDescription.COMPANY : "";
    return scheme.isEmpty()
        ? List.of()
        : List.of(new SecurityRequirement().addList(scheme), bearer, new SecurityRequirement());
  }

  private void describeHeaders(Operation operation) {
    for (var parameter : orEmpty(operation.getParameters())) {
      var key = "api.parameter." + parameter.getName();
      if (parameter.getDescription() == null && words.has(key)) {
        parameter.setDescription(words.say(key));
      }
    }
  }

  private void describeAnswers(Operation operation, String key, Set<Audience> audiences) {
    var answers = operation.getResponses();
    answers.forEach(
        (status, answer) -> answer.setDescription(said("api.answer." + status, status)));
    for (var refused : problems.get().byStatus(slugs(operation, key, audiences)).entrySet()) {
      answers.addApiResponse(String.valueOf(refused.getKey()), refusal(refused.getValue()));
    }
    operation.setResponses(sorted(answers));
  }

  private Set<String> slugs(Operation operation, String key, Set<Audience> audiences) {
    var slugs =
        new LinkedHashSet<>(List.of("too-many-requests", "store-unavailable", "unexpected"));
    if (!audiences.contains(Audience.ANYONE)) {
      slugs.addAll(List.of("sign-in-needed", "not-allowed"));
    }
    if (operation.getRequestBody() != null || !orEmpty(operation.getParameters()).isEmpty()) {
      slugs.add("invalid");
    }
    if (orEmpty(operation.getParameters()).stream().anyMatch(it -> "path".equals(it.getIn()))) {
      slugs.add("not-found");
    }
    if (words.has(key + ".problems")) {
      slugs.addAll(Arrays.asList(words.say(key + ".problems").split(",\\s*")));
    }
    return slugs;
  }

  private ApiResponse refusal(List<ProblemType> types) {
    var description =
        types.stream()
            .map(it -> "`" + it.slug() + "`: " + words.say("problem." + it.slug() + ".title"))
            .collect(Collectors.joining("; "));
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType()
                        .schema(
                            new Schema<>()
                                .$ref("#/components/schemas/" + DescribedSchemas.PROBLEM))));
  }

  private static ApiResponses sorted(ApiResponses answers) {
    var sorted = new ApiResponses();
    answers.keySet().stream()
        .sorted()
        .forEach(status -> sorted.addApiResponse(status, answers.get(status)));
    return sorted;
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
