package org.saltwater.care.web;

import static java.text.ListFormat.Style.FULL;
import static java.text.ListFormat.Type.STANDARD;

import java.text.ListFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.ChangeMatches;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.care.Handovers;
import org.saltwater.care.TherapistChange;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Introduction;
import org.saltwater.matching.Introductions;
import org.saltwater.matching.MatchResult;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.site.PageView;
import org.saltwater.site.Words;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;

/// What the pages of a change of therapist show.
@Component
class ChangeViews {
  private final TherapistChanges changes;
  private final ChangeMatches matches;
  private final Introductions introductions;
  private final Episodes episodes;
  private final Handovers handovers;
  private final Therapists therapists;
  private final Appointments appointments;
  private final BookingTimes times;
  private final BookingDetails details;
  private final Clock clock;

  ChangeViews(
      TherapistChanges changes,
      ChangeMatches matches,
      Introductions introductions,
      Episodes episodes,
      Handovers handovers,
      Therapists therapists,
      Appointments appointments,
      BookingTimes times,
      BookingDetails details,
      Clock clock) {
    this.changes = changes;
    this.matches = matches;
    this.introductions = introductions;
    this.episodes = episodes;
    this.handovers = handovers;
    this.therapists = therapists;
    this.appointments = appointments;
    this.times = times;
    this.details = details;
    this.clock = clock;
  }

  PageView matches(TherapistChange change, Words words, String trouble) {
    var answers = matches.request(change).answers();
    var deputy =
        episodes
            .findOpen(change.client())
            .filter(Episode::isDeputy)
            .filter(it -> fits(change, it.therapist()));
    List<Introduction> found = new ArrayList<>();
    List<String> relaxations = List.of();
    switch (matches.find(change)) {
      case MatchResult.Found some ->
          introductions.of(some.candidates(), answers, words).stream()
              .map(ChangeViews::withinTheChange)
              .forEach(found::add);
      case MatchResult.NobodyFits nobody ->
          relaxations = introductions.relaxations(nobody.relaxations(), answers, words);
    }
    return PageView.of(
        "care/change-matches",
        new ChangeMatchesView(
            change.id(),
            found,
            relaxations,
            deputy.map(it -> it.therapist().toString()).orElse(""),
            deputy.map(it -> name(it.therapist())).orElse(""),
            trouble));
  }

  /// The same words, but booking leads on within the change.
  private static Introduction withinTheChange(Introduction it) {
    return new Introduction(
        it.therapist(),
        it.name(),
        it.line(),
        it.reasons(),
        it.soonest(),
        it.when(),
        it.zone(),
        it.how(),
        it.bookAddress().replaceFirst("^/book/", "/change-therapist/with/"),
        it.timesAddress().replaceFirst("^/book/", "/change-therapist/with/"),
        it.parts());
  }

  PageView times(
      SignedIn me,
      TherapistId therapist,
      @Nullable Modality modality,
      String from,
      String trouble) {
    return PageView.of(
        "care/booking-times",
        times.layForChange(
            therapists.get(therapist),
            me.zone(),
            new BookingTimes.Asked(null, modality, from),
            trouble));
  }

  PageView review(
      SignedIn me,
      TherapistChange change,
      TherapistId to,
      Instant start,
      Modality modality,
      Words words) {
    var now = clock.instant();
    var current = episodes.findOpen(me.client()).map(Episode::therapist);
    var ends = current.filter(it -> !it.equals(to));
    var travels = change.travels().orElse(Set.of());
    return PageView.of(
        "care/change-review",
        new ChangeReviewView(
            change.id(),
            to.toString(),
            therapists.get(to).name(),
            ends.map(this::name).orElse(""),
            start,
            me.zone(),
            details.therapistZone(to),
            modality,
            among(travels, words),
            travels.contains(Scope.SUMMARY),
            appointments.listComing(me.client()).stream()
                .filter(it -> ends.filter(it.therapist()::equals).isPresent())
                .map(Appointment::start)
                .filter(now::isBefore)
                .toList()));
  }

  /// What that change has led to; empty while it has not.
  Optional<ChangeDoneView> done(ClientId client, UUID change, Words words) {
    return handovers.listFor(client).stream()
        .filter(handover -> handover.change().equals(change))
        .findFirst()
        .map(
            handover ->
                new ChangeDoneView(
                    name(handover.from()),
                    name(handover.to()),
                    appointments.listComing(client).stream()
                        .filter(it -> it.therapist().equals(handover.to()))
                        .map(Appointment::start)
                        .findFirst()
                        .orElse(null),
                    among(handover.parts(), words)));
  }

  /// What travels, as one says it in a sentence; empty if nothing does.
  private static String among(Set<Scope> parts, Words words) {
    var said =
        parts.stream()
            .sorted()
            .filter(part -> part != Scope.SUMMARY)
            .map(part -> words.say("care.part." + part.code() + ".among"))
            .toList();
    return said.isEmpty()
        ? ""
        : ListFormat.getInstance(words.locale(), STANDARD, FULL).format(said);
  }

  private boolean fits(TherapistChange change, TherapistId to) {
    try {
      changes.requireFit(change, to, null);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private String name(TherapistId therapist) {
    return therapists.find(therapist).map(TherapistProfile::name).orElse("");
  }
}
