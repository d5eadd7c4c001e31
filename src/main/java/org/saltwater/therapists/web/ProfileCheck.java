package org.saltwater.therapists.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;
import org.saltwater.therapists.TherapistProfile;

/// Looks a typed profile through and says what needs another look, field by field.
final class ProfileCheck {
  /// The languages that the questionnaire offers, so that a client can meet each of them.
  static final List<String> LANGUAGES =
      List.of(
          "ar", "bn", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "it",
          "ja", "ko", "nb", "nl", "pa", "pl", "pt", "ro", "ru", "sr", "sv", "ta", "tl", "tr", "uk",
          "ur", "vi", "zh");

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_ABOUT = 4_000;

  private final List<FieldProblem> problems = new ArrayList<>();

  private ProfileCheck() {}

  /// @param ways a therapist who offers none of them could never be booked
  static List<FieldProblem> problems(ProfileForm form, WaysToMeet ways) {
    var check = new ProfileCheck();
    check.text("name", form.name(), 1, LONGEST_NAME);
    check.text("title", form.title(), 1, LONGEST_TITLE);
    check.text("about", form.about(), 0, LONGEST_ABOUT);
    check.some("languages", form.languages());
    check.some("modalities", form.modalities());
    check.known("languages", form.languages(), Set.copyOf(LANGUAGES));
    check.constants("modalities", form.modalities(), Modality.values());
    check.constants("specialties", form.specialties(), ProblemDomain.values());
    check.constants("approaches", form.approaches(), Approach.values());
    check.constants("gender", one(form.gender()), Gender.values());
    check.constants("ageBand", one(form.ageBand()), AgeBand.values());
    check.capacity(form.capacity());
    check.oneHeld(form.modalities(), ways);
    return check.problems;
  }

  private void text(String field, @Nullable String typed, int least, int most) {
    var length = ProfileForm.text(typed).length();
    if (length < least) {
      problems.add(new FieldProblem(field, "problem.field.NotBlank"));
    } else if (length > most) {
      problems.add(new FieldProblem(field, "therapists.problem.too-long", most));
    }
  }

  private void some(String field, @Nullable List<String> chosen) {
    if (ProfileForm.list(chosen).isEmpty()) {
      problems.add(new FieldProblem(field, "therapists.problem.choose-one"));
    }
  }

  private void known(String field, @Nullable List<String> chosen, Set<String> offered) {
    if (!offered.containsAll(ProfileForm.list(chosen))) {
      problems.add(new FieldProblem(field, "problem.field.other"));
    }
  }

  private void constants(String field, @Nullable List<String> chosen, Enum<?>[] offered) {
    if (!ProfileForm.list(chosen).stream().allMatch(word -> ProfileForm.isOneOf(offered, word))) {
      problems.add(new FieldProblem(field, "problem.field.other"));
    }
  }

  private void oneHeld(@Nullable List<String> chosen, WaysToMeet ways) {
    var names = ProfileForm.list(chosen);
    if (!names.isEmpty() && ways.modalities().stream().noneMatch(it -> names.contains(it.name()))) {
      problems.add(new FieldProblem("modalities", "therapists.problem.no-way-held"));
    }
  }

  private void capacity(@Nullable String typed) {
    var text = ProfileForm.text(typed);
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > TherapistProfile.MOST_PLACES) {
      problems.add(
          new FieldProblem(
              "capacity", "therapists.problem.capacity", TherapistProfile.MOST_PLACES));
    }
  }

  private static List<String> one(@Nullable String word) {
    var text = ProfileForm.text(word);
    return text.isEmpty() ? List.of() : List.of(text);
  }
}
