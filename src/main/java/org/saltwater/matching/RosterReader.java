package org.saltwater.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Slots;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Reads the roster from the modules that own its parts.
@Component
class RosterReader {
  private final Therapists therapists;
  private final Slots slots;
  private final Availabilities availabilities;
  private final Outcomes outcomes;
  private final MatchingSettings settings;
  private final Clock clock;

  RosterReader(
      Therapists therapists,
      Slots slots,
      Availabilities availabilities,
      Outcomes outcomes,
      MatchingSettings settings,
      Clock clock) {
    this.therapists = therapists;
    this.slots = slots;
    this.availabilities = availabilities;
    this.outcomes = outcomes;
    this.settings = settings;
    this.clock = clock;
  }

  /// Everyone, a shelf at a time.
  Roster read() {
    var means = outcomes.means();
    var listings = new ArrayList<Listing>();
    @Nullable TherapistId after = null;
    var page = therapists.listFrom(after, RosterShelf.SIZE);
    while (!page.isEmpty()) {
      listings.addAll(listings(page, means));
      after = page.getLast().id();
      page = therapists.listFrom(after, RosterShelf.SIZE);
    }
    return Roster.empty(clock.instant(), settings.withinDays()).with(listings);
  }

  /// One therapist as they are now; empty if they have left.
  Optional<Listing> read(TherapistId therapist) {
    return therapists
        .find(therapist)
        .filter(profile -> profile.standing() != Standing.LEFT)
        .map(profile -> listings(List.of(profile), outcomes.means()).getFirst());
  }

  private List<Listing> listings(
      List<TherapistProfile> profiles, Map<ProblemDomain, Double> means) {
    var ids = profiles.stream().map(TherapistProfile::id).toList();
    var now = clock.instant();
    var free = slots.listFree(ids, now, end(now));
    var offered = availabilities.listOf(ids);
    var points = outcomes.points(ids, means);
    return profiles.stream()
        .map(
            profile ->
                new Listing(
                    profile,
                    free.getOrDefault(profile.id(), List.of()),
                    offered.containsKey(profile.id())
                        ? (int) offered.get(profile.id()).notice().toMinutes()
                        : 0,
                    points.getOrDefault(profile.id(), Outcomes.unknown())))
        .toList();
  }

  private Instant end(Instant now) {
    return now.plus(Duration.ofDays(settings.withinDays() + Roster.SPARE_DAYS));
  }
}
