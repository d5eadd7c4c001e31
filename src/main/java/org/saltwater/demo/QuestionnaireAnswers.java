package org.saltwater.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.saltwater.intake.questionnaire.Question;
import org.saltwater.kernel.ProblemDomain;

/// What one invented client answers. A question it does not know is left out, or, where an answer
/// is needed, answered with the first that is offered.
final class QuestionnaireAnswers {
  /// Together, nobody meets these in the places where the waiting clients live.
  private static final Set<String> UNMET = Set.of("wish.gender.WOMAN", "wish.approach.EMDR");

  private final DemoClient client;
  private final Sentences sentences;
  private final SplittableRandom random;

  QuestionnaireAnswers(DemoClient client, Sentences sentences) {
    this.client = client;
    this.sentences = sentences;
    this.random = client.random("questionnaire");
  }

  /// @param options every code that is offered, in order
  List<String> to(Question question, List<String> options) {
    var id = question.linkId();
    if (question.kind() == Question.Kind.AGREE) {
      var agrees = id.equals("consent.figures") ? client.agreesToFigures() : random.nextInt(3) > 0;
      return question.required() || agrees ? List.of("true") : List.of();
    }
    if (id.startsWith("phq-9.") || id.startsWith("gad-7.")) {
      return List.of(symptom(id));
    }
    if (id.startsWith("wish.")) {
      return wish(id);
    }
    return switch (id) {
      case "adult" -> List.of("yes");
      case "place" -> List.of(client.place().code());
      case "zone" -> List.of(client.zone().getId());
      case "languages" -> options.stream().filter(client.languages()::contains).toList();
      case "modalities" -> Stream.of(client.modality().name(), "TEXT").distinct().toList();
      case "times" -> options.stream().filter(part -> random.nextInt(3) == 0).toList();
      case "domains" -> client.domains().stream().map(ProblemDomain::name).toList();
      case "domains.first" -> client.domains().stream().limit(1).map(ProblemDomain::name).toList();
      case "domains.second" ->
          client.domains().stream().skip(1).limit(1).map(ProblemDomain::name).toList();
      case "own-words" -> words(sentences.brings(client.domains().getFirst(), random), 5);
      case "therapy.helped" -> words(sentences.pick("helped", random), 4);
      case "therapy.did-not-help" -> words(sentences.pick("hindered", random), 3);
      case "access.words" -> words(sentences.pick("access", random), 1);
      case "access" -> random.nextInt(9) == 0 ? List.of(Names.pick(options, random)) : List.of();
      case "sleep.hours" -> number(7 - client.distress() + random.nextGaussian() / 2);
      case "drug-use-1.1" -> List.of("0");
      case "medication.missed" -> number(Math.abs(random.nextGaussian()));
      case "medication.takes" -> List.of(random.nextInt(3) == 0 ? "yes" : "no");
      case "self-harm.recent", "self-harm.past" ->
          List.of(has(ProblemDomain.SELF_HARM_AND_SUICIDAL_THOUGHTS) ? "1" : "0");
      case "pc-ptsd-5.gate" -> List.of(has(ProblemDomain.TRAUMA) ? "1" : "0");
      default -> other(question, options);
    };
  }

  private String symptom(String id) {
    var instrument = id.substring(0, id.indexOf('.'));
    var all = HowPeopleChange.STATED.answers(client, 0, false);
    return Integer.toString(all.getOrDefault(instrument, Map.of()).getOrDefault(id, 0));
  }

  /// Few wishes weigh much, as with most people.
  private List<String> wish(String id) {
    if (id.equals("wish.words")) {
      return List.of();
    }
    if (client.stage() == Stage.WAITING && UNMET.contains(id)) {
      return List.of("MUST");
    }
    if (id.endsWith(client.domains().getFirst().name())) {
      return List.of("WOULD_LIKE");
    }
    return random.nextInt(id.contains(".gender.") ? 5 : 9) == 0 ? List.of("WOULD_LIKE") : List.of();
  }

  private List<String> other(Question question, List<String> options) {
    if (options.isEmpty()) {
      return List.of();
    }
    // Answers nearer the first of the list are more frequent, as in a healthy sample.
    var first = Math.abs(random.nextGaussian()) * options.size() / 2.5;
    return question.required() || random.nextInt(12) > 0
        ? List.of(options.get((int) Math.min(first, options.size() - 1)))
        : List.of();
  }

  private boolean has(ProblemDomain domain) {
    return client.domains().contains(domain);
  }

  /// Said by so many of six clients, and left out by the others.
  private List<String> words(String text, int ofSix) {
    return random.nextInt(6) < ofSix ? List.of(text) : List.of();
  }

  private static List<String> number(double value) {
    return List.of(String.format(Locale.ROOT, "%d", Math.round(Math.clamp(value, 0, 7))));
  }
}
