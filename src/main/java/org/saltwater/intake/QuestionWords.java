package org.saltwater.intake;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.intake.questionnaire.Section;
import org.saltwater.measures.Instrument;
import org.saltwater.measures.Instruments;
import org.saltwater.site.Words;

/// The questionnaire in a person's language. Published items are said in the exact words of their
/// instrument, everything else in the bundle's.
public record QuestionWords(Words words, Instruments instruments) {

  public String section(Section section) {
    return words.say("intake.s." + section.linkId());
  }

  /// The page's own heading; empty where its one question is the heading.
  public Optional<String> heading(Group group) {
    return find("intake.g." + group.linkId());
  }

  /// The sentence under the heading: an instrument's own one where there is no other.
  public Optional<String> intro(Group group) {
    return find("intake.g." + group.linkId() + ".intro")
        .or(
            () ->
                group.questions().stream()
                    .flatMap(question -> recall(question).stream())
                    .findFirst());
  }

  /// The lead-in belongs to what is scored; a gate or an afterthought asks in words of its own.
  private Optional<String> recall(Question question) {
    return question
        .instrument()
        .map(instruments::get)
        .filter(instrument -> instrument.item(question.linkId()).scored())
        .map(Instrument::recall);
  }

  public String question(Question question) {
    var wish = question.tags().getOrDefault("wish", "").split(":", 2);
    return switch (wish[0]) {
      case "APPROACH" -> words.say("therapists.approach." + key(wish[1]));
      case "SPECIALTY" -> words.say("intake.q.domains." + wish[1]);
      default ->
          question
              .instrument()
              .map(id -> instruments.get(id).item(question.linkId()).text())
              .orElseGet(() -> words.say("intake.q." + question.linkId()));
    };
  }

  public Optional<String> help(Question question) {
    var wish = question.tags().getOrDefault("wish", "").split(":", 2);
    return wish[0].equals("APPROACH")
        ? find("therapists.approach." + key(wish[1]) + ".about")
        : find("intake.q." + question.linkId() + ".help");
  }

  public String option(Question question, String code) {
    if (code.equals(Responses.DECLINED)) {
      return words.say(question.as().equals("scale") ? "intake.declined.short" : "intake.declined");
    }
    return switch (question.optionSet().orElse("")) {
      case "places" -> place(code);
      case "zones" -> zone(code);
      case "weights", "weights-up" -> words.say("intake.weight." + code);
      case "day-parts" -> dayPart(code);
      case "answers:domains" -> words.say("intake.q.domains." + code);
      default -> ownOption(question, code);
    };
  }

  private String ownOption(Question question, String code) {
    if (question.linkId().equals("languages")) {
      return capital(Locale.of(code).getDisplayLanguage(words.locale()));
    }
    return question
        .instrument()
        .map(id -> choice(id, question.linkId(), code))
        .orElseGet(() -> words.say("intake.q." + question.linkId() + "." + code));
  }

  private String choice(String instrument, String item, String code) {
    return instruments.get(instrument).item(item).choices().stream()
        .filter(choice -> String.valueOf(choice.value()).equals(code))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /// What was answered, as it was shown.
  public String answer(Question question, String answer) {
    return switch (question.kind()) {
      case CHOICE -> option(question, answer);
      case AGREE -> words.say("intake.q.adult.yes");
      case NUMBER, LINE, TEXT, WORKED_OUT -> answer;
    };
  }

  /// A country, or one of its parts that licenses by itself.
  public String place(String code) {
    var country = Locale.of("", code.substring(0, 2)).getDisplayCountry(words.locale());
    return code.length() == 2 ? country : country + ", " + words.say("intake.place." + code);
  }

  private static String zone(String code) {
    var city = code.substring(code.lastIndexOf('/') + 1).replace('_', ' ');
    var region = code.contains("/") ? code.substring(0, code.indexOf('/')) : code;
    return region.equals(city) ? city : city + " (" + region + ")";
  }

  private String dayPart(String code) {
    var parts = code.split("-", 2);
    return day(parts[0])
        + ", "
        + words.say("intake.day-part." + parts[1]).toLowerCase(words.locale());
  }

  public String day(String name) {
    return DayOfWeek.valueOf(name).getDisplayName(TextStyle.FULL_STANDALONE, words.locale());
  }

  private Optional<String> find(String key) {
    return words.has(key) ? Optional.of(words.say(key)) : Optional.empty();
  }

  private static String key(String name) {
    return Arrays.stream(name.split("_"))
        .map(part -> part.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("-"));
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
