package org.saltwater.interop;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.saltwater.site.Words;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Says which fields are always there, and what a refusal looks like.
class DescribedSchemas implements OpenApiCustomizer {
  static final String PROBLEM = "Problem";

  private final Words words;
  private final SchemaNames names;

  DescribedSchemas(Words words, SchemaNames names) {
    this.words = words;
    this.names = names;
  }

  @Override
  public void customise(OpenAPI description) {
    var schemas = description.getComponents().getSchemas();
    schemas.forEach(
        (name, schema) ->
            names.classOf(name).filter(Class::isRecord).ifPresent(it -> require(schema, it)));
    schemas.put("FieldProblem", fieldProblem());
    schemas.put(PROBLEM, problem());
    describeTags(description);
  }

  /// A component that may not be null is always there in an answer, and needed in a request.
  private static void require(Schema<?> schema, Class<?> type) {
    var properties = schema.getProperties();
    if (properties == null) {
      return;
    }
    schema.setRequired(
        Arrays.stream(type.getRecordComponents())
            .filter(DescribedSchemas::isAlwaysThere)
            .map(RecordComponent::getName)
            .filter(properties::containsKey)
            .toList());
  }

  private static boolean isAlwaysThere(RecordComponent component) {
    return !component.getType().equals(Optional.class)
        && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private Schema<?> problem() {
    var problem = new Schema<>();
    problem.setType("object");
    problem.addType("object");
    problem.setDescription(words.say("api.problem"));
    problem.addProperty("type", text("api.problem.type").example("/problems/slot-taken"));
    problem.addProperty("title", text("api.problem.title"));
    problem.addProperty("status", number());
    problem.addProperty("detail", text("api.problem.detail"));
    problem.addProperty("instance", text("api.problem.instance"));
    var fields = new ArraySchema().items(new Schema<>().$ref("#/components/schemas/FieldProblem"));
    fields.addType("array");
    fields.setDescription(words.say("api.problem.fields"));
    problem.addProperty("fields", fields);
    problem.setRequired(List.of("type", "title", "status", "detail"));
    return problem;
  }

  private Schema<?> fieldProblem() {
    var problem = new Schema<>();
    problem.setType("object");
    problem.addType("object");
    problem.addProperty("field", text("api.problem.field"));
    problem.addProperty("message", text("api.problem.message"));
    problem.setRequired(List.of("field", "message"));
    return problem;
  }

  private Schema<?> text(String key) {
    var text = new StringSchema();
    text.addType("string");
    text.setDescription(words.say(key));
    return text;
  }

  private Schema<?> number() {
    var number = new IntegerSchema();
    number.addType("integer");
    number.setDescription(words.say("api.problem.status"));
    return number;
  }

  private void describeTags(OpenAPI description) {
    var tags = new TreeSet<String>();
    description
        .getPaths()
        .values()
        .forEach(path -> path.readOperations().forEach(it -> tags.addAll(it.getTags())));
    description.setTags(tags.stream().map(name -> new Tag().name(name)).toList());
  }
}
