package org.saltwater.intake.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// What holds on the real questionnaire, whatever someone answers.
class WalkProperties {
  private static final Questionnaire INTAKE = new Questionnaires().newest("intake");

  private static final BiFunction<Formula, Responses, List<String>> FORMULAS =
      (formula, counting) ->
          switch (formula) {
            case Formula.Count(String question) ->
                List.of(String.valueOf(counting.get(question).size()));
            case Formula.Served(String question) ->
                counting
                    .first(question)
                    .map(place -> List.of(String.valueOf(place.equals("DE"))))
                    .orElse(List.of());
            case Formula.Total(String instrument, String part) ->
                List.of(
                    String.valueOf(
                        counting.values().entrySet().stream()
                            .filter(
                                e ->
                                    e.getKey()
                                        .startsWith(part.equals("anxiety") ? "gad-7" : "phq-9"))
                            .flatMap(e -> e.getValue().stream())
                            .filter(answer -> answer.matches("\\d"))
                            .mapToInt(Integer::parseInt)
                            .sum()));
          };

  @Property
  void everyPageOnTheWayIsThereBecauseOfAnswersThatCount(@ForAll("answers") Responses given) {
    var walk = new Walk(INTAKE, given, FORMULAS);
    for (var group : walk.groups()) {
      var holds =
          group.enableWhen().stream()
              .map(condition -> condition.holds(walk.counting().get(condition.question())))
              .toList();
      assertThat(
              holds.isEmpty()
                  || (group.anyCondition() ? holds.contains(true) : !holds.contains(false)))
          .as(group.linkId())
          .isTrue();
    }
  }

  @Property
  void onlyAnswersOnTheWayCount(@ForAll("answers") Responses given) {
    var walk = new Walk(INTAKE, given, FORMULAS);
    var onTheWay = new HashSet<String>();
    walk.groups().forEach(group -> group.questions().forEach(q -> onTheWay.add(q.linkId())));
    assertThat(walk.counting().values().keySet()).isSubsetOf(onTheWay);
  }

  @Property
  void forwardAndBackIsTheSameWayAndAnswersStay(@ForAll("answers") Responses given) {
    var before = given.values();
    var walk = new Walk(INTAKE, given, FORMULAS);
    var forward = new ArrayList<Group>();
    for (var at = Optional.of(walk.groups().getFirst());
        at.isPresent();
        at = walk.after(at.get())) {
      forward.add(at.get());
    }
    var back = new ArrayList<Group>();
    for (var at = Optional.of(walk.groups().getLast());
        at.isPresent();
        at = walk.before(at.get())) {
      back.addFirst(at.get());
    }
    assertThat(forward).isEqualTo(walk.groups()).isEqualTo(back);
    assertThat(given.values()).isEqualTo(before);
  }

  @Property
  void progressOnlyGrowsOnTheWayForward(@ForAll("answers") Responses given) {
    var walk = new Walk(INTAKE, given, FORMULAS);
    assertThat(walk.groups().stream().map(walk::progress).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  /// Someone who goes back and changes an answer finds the pages it closed again as they left them,
  /// once it is changed back.
  @Property
  void anAnswerChangedAndChangedBackLosesNothing(
      @ForAll("answers") Responses given, @ForAll Random random) {
    var keys = new ArrayList<>(given.values().keySet());
    if (keys.isEmpty()) {
      return;
    }
    var key = keys.get(random.nextInt(keys.size()));
    var changed = given.with(key, List.of("something else"));
    var back = changed.with(key, given.get(key));
    assertThat(new Walk(INTAKE, back, FORMULAS).counting())
        .isEqualTo(new Walk(INTAKE, given, FORMULAS).counting());
  }

  @Property
  void afterAnEndNothingIsAsked(@ForAll("answers") Responses given) {
    var walk = new Walk(INTAKE, given, FORMULAS);
    walk.end()
        .ifPresent(
            end -> {
              assertThat(walk.groups().getLast()).isEqualTo(end);
              assertThat(walk.isComplete()).isFalse();
            });
  }

  /// No page is unreachable: over many random answers each was open at least once.
  @Property(tries = 1)
  void everyPageCanBeReached(@ForAll Random random) {
    Set<String> reached = new HashSet<>();
    for (var i = 0; i < 4_000; i++) {
      new Walk(INTAKE, answers(random), FORMULAS)
          .groups()
          .forEach(group -> reached.add(group.linkId()));
    }
    assertThat(INTAKE.groups()).extracting(Group::linkId).allMatch(reached::contains);
  }

  @Provide
  Arbitrary<Responses> answers() {
    return Arbitraries.randomValue(WalkProperties::answers);
  }

  private static Responses answers(Random random) {
    var given = Responses.NONE;
    for (var question : INTAKE.questions().filter(Question::isAsked).toList()) {
      if (random.nextInt(8) > 0) {
        given = given.with(question.linkId(), List.of(answer(question, random)));
      }
    }
    return given
        .with(
            "domains",
            random.nextBoolean() ? List.of("SLEEP", "FAMILY", "TRAUMA") : List.of("SLEEP"))
        .with("domains.first", List.of("SLEEP"));
  }

  private static String answer(Question question, Random random) {
    if (question.linkId().equals("place")) {
      return random.nextInt(8) > 0 ? "DE" : "FR";
    }
    if (question.linkId().equals("adult")) {
      return random.nextInt(8) > 0 ? "yes" : "no";
    }
    var options = new ArrayList<>(question.options());
    if (options.isEmpty()) {
      options.addAll(List.of("0", "1", "2", "3"));
    }
    if (question.canDecline()) {
      options.add(Responses.DECLINED);
    }
    return options.get(random.nextInt(options.size()));
  }
}
