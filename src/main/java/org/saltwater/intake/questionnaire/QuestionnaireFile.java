package org.saltwater.intake.questionnaire;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A questionnaire as its file spells it: the shape and names of a FHIR R4 Questionnaire, and what
/// FHIR has no element for under `saltwater`. Words are not in it; they stand in the bundle under
/// the link id.
record QuestionnaireFile(
    String resourceType, String url, String version, String status, List<ItemLine> item) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  record ItemLine(
      String linkId,
      String type,
      @Nullable String definition,
      @Nullable Boolean required,
      @Nullable Boolean repeats,
      @Nullable Boolean readOnly,
      @Nullable Integer maxLength,
      @Nullable List<WhenLine> enableWhen,
      @Nullable String enableBehavior,
      @Nullable List<OptionLine> answerOption,
      @Nullable String answerValueSet,
      @Nullable List<ItemLine> item,
      @Nullable Own saltwater) {}

  record WhenLine(
      String question,
      String operator,
      @Nullable String answerString,
      @Nullable Integer answerInteger,
      @Nullable Boolean answerBoolean) {
    Condition condition() {
      var answer =
          answerString != null
              ? answerString
              : String.valueOf(answerInteger != null ? answerInteger : answerBoolean);
      return new Condition(question, Condition.Operator.of(operator), answer);
    }
  }

  record OptionLine(CodingLine valueCoding) {}

  record CodingLine(String code) {}

  /// What FHIR has no element for.
  record Own(
      @Nullable Boolean end,
      @Nullable Set<String> marks,
      @Nullable Boolean cannotDecline,
      @Nullable Integer most,
      @Nullable String as,
      @Nullable Map<String, String> risk,
      @Nullable Map<String, String> tags,
      @Nullable String count,
      @Nullable String total,
      @Nullable String part,
      @Nullable String served) {
    static final Own NOTHING =
        new Own(null, null, null, null, null, null, null, null, null, null, null);

    Optional<Formula> formula() {
      if (count != null) {
        return Optional.of(new Formula.Count(count));
      }
      if (total != null) {
        return Optional.of(new Formula.Total(total, part == null ? "" : part));
      }
      return Optional.ofNullable(served).map(Formula.Served::new);
    }
  }

  /// @throws IllegalStateException naming every fault of the file
  static Questionnaire read(InputStream in) {
    var questionnaire = MAPPER.readValue(in, QuestionnaireFile.class).questionnaire();
    var faults = QuestionnaireCheck.faults(questionnaire);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          questionnaire.id() + " " + questionnaire.version() + ": " + String.join("; ", faults));
    }
    return questionnaire;
  }

  private Questionnaire questionnaire() {
    var sections = new ArrayList<Section>();
    for (var line : item) {
      sections.add(
          new Section(
              line.linkId(), orNone(line.item()).stream().map(QuestionnaireFile::group).toList()));
    }
    return new Questionnaire(url.substring(url.lastIndexOf('/') + 1), version, sections);
  }

  private static Group group(ItemLine line) {
    var own = line.saltwater() == null ? Own.NOTHING : line.saltwater();
    return new Group(
        line.linkId(),
        orNone(line.item()).stream().map(QuestionnaireFile::question).toList(),
        conditions(line),
        "any".equals(line.enableBehavior()),
        Boolean.TRUE.equals(own.end()),
        own.marks() == null ? Set.of() : own.marks());
  }

  private static Question question(ItemLine line) {
    var own = line.saltwater() == null ? Own.NOTHING : line.saltwater();
    var kind = kind(line);
    var required = Boolean.TRUE.equals(line.required());
    return new Question(
        line.linkId(),
        kind,
        required,
        Boolean.TRUE.equals(line.repeats()),
        conditions(line),
        "any".equals(line.enableBehavior()),
        orNone(line.answerOption()).stream().map(option -> option.valueCoding().code()).toList(),
        Optional.ofNullable(line.answerValueSet()),
        Optional.ofNullable(line.definition())
            .map(definition -> definition.substring("instrument:".length())),
        own.formula(),
        kind == Question.Kind.CHOICE && !required && !Boolean.TRUE.equals(own.cannotDecline()),
        most(line, own),
        own.risk() == null ? Map.of() : own.risk(),
        own.as() == null ? "list" : own.as(),
        own.tags() == null ? Map.of() : own.tags());
  }

  private static int most(ItemLine line, Own own) {
    if (own.most() != null) {
      return own.most();
    }
    return line.maxLength() == null ? 0 : line.maxLength();
  }

  private static Question.Kind kind(ItemLine line) {
    if (Boolean.TRUE.equals(line.readOnly())) {
      return Question.Kind.WORKED_OUT;
    }
    return switch (line.type()) {
      case "choice" -> Question.Kind.CHOICE;
      case "boolean" -> Question.Kind.AGREE;
      case "integer" -> Question.Kind.NUMBER;
      case "string" -> Question.Kind.LINE;
      case "text" -> Question.Kind.TEXT;
      default -> throw new IllegalStateException("no such type: " + line.type());
    };
  }

  private static List<Condition> conditions(ItemLine line) {
    return orNone(line.enableWhen()).stream().map(WhenLine::condition).toList();
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
