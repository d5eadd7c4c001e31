package org.saltwater.intake.questionnaire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/// The way through a questionnaire that a set of answers opens. Pure: the same answers always open
/// the same way, and nothing here ever drops an answer. An answer to a question that is not (or no
/// longer) asked stays where it was, and counts for nothing until it is asked again (FHIR R4
/// §Questionnaire, enableWhen).
public final class Walk {
  private final Questionnaire questionnaire;
  private final List<Group> groups = new ArrayList<>();
  private final Map<String, List<String>> counting = new LinkedHashMap<>();

  /// @param formulas works out an answer from those that count so far
  public Walk(
      Questionnaire questionnaire,
      Responses given,
      BiFunction<Formula, Responses, List<String>> formulas) {
    this.questionnaire = questionnaire;
    for (var group : questionnaire.groups()) {
      if (!isOpen(group.enableWhen(), group.anyCondition())) {
        continue;
      }
      var asked = false;
      for (var question : group.questions()) {
        if (isOpen(question.enableWhen(), question.anyCondition())) {
          asked |= question.isAsked();
          take(question, given, formulas);
        }
      }
      if (asked || group.end()) {
        groups.add(group);
      }
      if (group.end()) {
        break;
      }
    }
  }

  private void take(
      Question question, Responses given, BiFunction<Formula, Responses, List<String>> formulas) {
    var answers =
        question
            .formula()
            .filter(formula -> !formula.isKept() || given.get(question.linkId()).isEmpty())
            .map(formula -> formulas.apply(formula, counting()))
            .orElseGet(() -> given.get(question.linkId()));
    var offered = question.optionsFrom().map(this::counting);
    var kept =
        offered.isEmpty() ? answers : answers.stream().filter(offered.get()::contains).toList();
    if (!kept.isEmpty()) {
      counting.put(question.linkId(), kept);
    }
  }

  private List<String> counting(String linkId) {
    return counting.getOrDefault(linkId, List.of());
  }

  private boolean isOpen(List<Condition> conditions, boolean any) {
    return conditions.isEmpty()
        || (any
            ? conditions.stream().anyMatch(c -> c.holds(counting(c.question())))
            : conditions.stream().allMatch(c -> c.holds(counting(c.question()))));
  }

  /// The answers that count: given to questions on the way, and worked out from those.
  public Responses counting() {
    return new Responses(counting);
  }

  /// The pages of this way, in order. After an end there is nothing more.
  public List<Group> groups() {
    return List.copyOf(groups);
  }

  public boolean has(Group group) {
    return groups.contains(group);
  }

  /// The questions of a page that are asked, given the pages before it.
  public List<Question> asked(Group group) {
    return group.questions().stream()
        .filter(Question::isAsked)
        .filter(question -> isOpen(question.enableWhen(), question.anyCondition()))
        .toList();
  }

  /// Empty after the last page, and for a page that is not on the way.
  public Optional<Group> after(Group group) {
    var next = groups.indexOf(group) + 1;
    return next == 0 || next == groups.size() ? Optional.empty() : Optional.of(groups.get(next));
  }

  /// Empty before the first page, and for a page that is not on the way.
  public Optional<Group> before(Group group) {
    var at = groups.indexOf(group);
    return at <= 0 ? Optional.empty() : Optional.of(groups.get(at - 1));
  }

  /// The first page on which something needed is missing.
  public Optional<Group> firstUnfinished() {
    return groups.stream()
        .filter(
            group ->
                asked(group).stream().anyMatch(q -> q.required() && counting(q.linkId()).isEmpty()))
        .findFirst();
  }

  /// The end before the end, if the way leads to one.
  public Optional<Group> end() {
    return groups.stream().filter(Group::end).findFirst();
  }

  public boolean isComplete() {
    return end().isEmpty() && firstUnfinished().isEmpty();
  }

  /// How far a page is, in the whole questionnaire.
  public Progress progress(Group group) {
    var section = questionnaire.sectionOf(group);
    return new Progress(
        questionnaire.sections().indexOf(section),
        questionnaire.sections().size(),
        section.groups().indexOf(group),
        section.groups().size());
  }

  /// @param section counted from 0
  /// @param page counted from 0 within the section, skipped pages included, so that it never goes
  ///     back on the way forward
  public record Progress(int section, int sections, int page, int pages)
      implements Comparable<Progress> {
    @Override
    public int compareTo(Progress other) {
      return section == other.section
          ? Integer.compare(page, other.page)
          : Integer.compare(section, other.section);
    }
  }
}
