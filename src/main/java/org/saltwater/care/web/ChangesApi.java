package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.ChangeMatches;
import org.saltwater.care.ChangeState;
import org.saltwater.care.Lack;
import org.saltwater.care.Missing;
import org.saltwater.care.TherapistChange;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Candidate;
import org.saltwater.matching.Introduction;
import org.saltwater.matching.Introductions;
import org.saltwater.matching.MatchResult;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Changes of therapist for programs. A client has at most one begun, and the same completion twice
/// is one, so every call can safely be sent again, with or without an `Idempotency-Key`.
@RestController
@RequestMapping("/api/v1/therapist-changes")
@For(Audience.CLIENT)
class ChangesApi {
  private final TherapistChanges changes;
  private final ChangeMatches matches;
  private final Introductions introductions;
  private final MessageSource bundles;

  ChangesApi(
      TherapistChanges changes,
      ChangeMatches matches,
      Introductions introductions,
      MessageSource bundles) {
    this.changes = changes;
    this.matches = matches;
    this.introductions = introductions;
    this.bundles = bundles;
  }

  /// @param travels null until chosen
  record Change(
      UUID id,
      UUID from,
      @Nullable UUID to,
      ChangeState state,
      @Nullable List<Scope> travels,
      Instant begunAt,
      @Nullable Instant doneAt) {
    static Change of(TherapistChange change) {
      return new Change(
          change.id(),
          change.from().value(),
          change.to().map(TherapistId::value).orElse(null),
          change.state(),
          change.travels().map(it -> it.stream().sorted().toList()).orElse(null),
          change.begunAt(),
          change.doneAt().orElse(null));
    }
  }

  record Travels(@Nullable Set<Scope> parts) {}

  record MissingBody(@Nullable Set<Lack> lacks, @Nullable String words) {
    @Override
    public String toString() {
      return "MissingBody[redacted]";
    }
  }

  record Match(
      UUID therapist, String name, Instant soonest, Modality modality, List<Reason> reasons) {
    @Override
    public String toString() {
      return "Match[redacted]";
    }
  }

  record Reason(String text, boolean met) {}

  /// @param relaxations if nobody fits, what would lead to someone, in words
  record Matches(List<Match> matches, List<String> relaxations) {}

  /// @param start may be left out, with `modality`, to stay with the deputy of a therapist who left
  record Completion(
      @Nullable UUID therapist, @Nullable Instant start, @Nullable Modality modality) {}

  /// @param appointment the first one, if one was booked
  record Completed(Change change, @Nullable UUID appointment, @Nullable Instant start) {}

  /// Begins a change, or gives back the one begun before.
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Change begin(@AuthenticationPrincipal SignedIn me) {
    return Change.of(changes.begin(me.client()));
  }

  @GetMapping("/{id}")
  Change get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    return Change.of(changes.get(id, me.client()));
  }

  @PutMapping("/{id}/travels")
  Change travels(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Travels travels) {
    if (travels.parts() == null) {
      throw missing("parts");
    }
    return Change.of(changes.chooseWhatTravels(id, me.client(), travels.parts()));
  }

  @PutMapping("/{id}/missing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void sayMissing(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody MissingBody body) {
    var words = body.words() == null ? "" : body.words();
    if (words.strip().length() > Missing.MOST_WORDS) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("words", "problem.field.Size")));
    }
    changes.sayWhatWasMissing(
        id, me.client(), new Missing(body.lacks() == null ? Set.of() : body.lacks(), words));
  }

  @GetMapping("/{id}/missing")
  MissingBody missing(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    var missing = changes.missing(Evidence.own(me.client()), changes.get(id, me.client()));
    return new MissingBody(missing.lacks(), missing.words());
  }

  @GetMapping("/{id}/matches")
  Matches matches(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Locale locale) {
    var change = changes.get(id, me.client());
    var answers = matches.request(change).answers();
    var words = new Words(bundles, locale);
    return switch (matches.find(change)) {
      case MatchResult.Found found ->
          new Matches(
              found.candidates().stream()
                  .flatMap(
                      it ->
                          introductions.of(List.of(it), answers, words).stream()
                              .map(introduction -> match(it, introduction)))
                  .toList(),
              List.of());
      case MatchResult.NobodyFits nobody ->
          new Matches(List.of(), introductions.relaxations(nobody.relaxations(), answers, words));
    };
  }

  private static Match match(Candidate candidate, Introduction introduction) {
    return new Match(
        candidate.therapist().value(),
        introduction.name(),
        candidate.soonest(),
        candidate.modality(),
        introduction.reasons().stream()
            .map(line -> new Reason(line.text(), line.isMet()))
            .toList());
  }

  /// Makes the change, with the first appointment: everything, or nothing.
  @PostMapping("/{id}/completion")
  Completed complete(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Completion wanted) {
    if (wanted.therapist() == null) {
      throw missing("therapist");
    }
    if (wanted.start() == null
        && changes.isStaying(id, me.client(), new TherapistId(wanted.therapist()))) {
      changes.stay(id, me.client());
      return new Completed(Change.of(changes.get(id, me.client())), null, null);
    }
    if (wanted.start() == null) {
      throw missing("start");
    }
    if (wanted.modality() == null) {
      throw missing("modality");
    }
    var first =
        changes.complete(
            id,
            me.client(),
            new TherapistId(wanted.therapist()),
            wanted.start(),
            wanted.modality());
    return new Completed(
        Change.of(changes.get(id, me.client())), first.id().value(), first.start());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void giveUp(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
    changes.giveUp(id, me.client());
  }

  private static Refusal missing(String field) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem(field, "problem.field.NotNull")));
  }
}
