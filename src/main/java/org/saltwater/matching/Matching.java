package org.saltwater.matching;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.matching.Search.Hit;
import org.saltwater.scheduling.Slot;
import org.saltwater.scheduling.Slots;
import org.saltwater.therapists.TherapistProblem;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Service;

/// Finds therapists for a client. The roster in memory answers who comes first; the database has
/// the last word on whether they still have a place and the hour, before anybody is shown.
@Service
public class Matching {
  /// Enough to choose from, few enough to read.
  public static final int SHOWN = 3;

  private static final int ATTEMPTS = 2;

  /// How many of the next best are asked of the database at once when some of the first are gone.
  private static final int CHECKED_AT_ONCE = 30;

  /// Beyond these a stale roster is read anew first.
  private static final int CHECKED = 10 * CHECKED_AT_ONCE;

  private final RosterKeeper keeper;
  private final Therapists therapists;
  private final Slots slots;
  private final MatchingSettings settings;
  private final WaysToMeet ways;
  private final Clock clock;

  Matching(
      RosterKeeper keeper,
      Therapists therapists,
      Slots slots,
      MatchingSettings settings,
      WaysToMeet ways,
      Clock clock) {
    this.keeper = keeper;
    this.therapists = therapists;
    this.slots = slots;
    this.settings = settings;
    this.ways = ways;
    this.clock = clock;
  }

  /// The best three, or, if nobody fits, what would have to change.
  public MatchResult find(MatchRequest request) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var search = search(request, clock.instant());
      var hits = search.best(SHOWN);
      var gone = new HashSet<>(gone(hits.best()));
      var standing = standing(hits.best(), gone);
      if (!gone.isEmpty()) {
        standing = fill(standing, search.all(), gone);
      }
      if (!standing.isEmpty()) {
        gone.forEach(keeper::refreshLater);
        return new MatchResult.Found(
            candidates(request, search, standing), hits.fitting() - gone.size());
      }
      if (gone.isEmpty()) {
        break;
      }
      // Nobody stands with the hour we knew of; they may have others.
      gone.stream().limit(CHECKED_AT_ONCE).forEach(keeper::refresh);
    }
    return new MatchResult.NobodyFits(
        Relaxations.of(request, relaxed -> search(relaxed, clock.instant()).count()));
  }

  /// Takes the next best who are still there until enough stand.
  private List<Hit> fill(List<Hit> standing, List<Hit> ranked, Set<TherapistId> gone) {
    var found = new ArrayList<>(standing);
    var end = Math.min(ranked.size(), CHECKED);
    for (var from = SHOWN; from < end && found.size() < SHOWN; from += CHECKED_AT_ONCE) {
      var batch = ranked.subList(from, Math.min(end, from + CHECKED_AT_ONCE));
      gone.addAll(gone(batch));
      standing(batch, gone).stream().limit(SHOWN - found.size()).forEach(found::add);
    }
    return found;
  }

  private static List<Hit> standing(List<Hit> hits, Set<TherapistId> gone) {
    return hits.stream().filter(hit -> !gone.contains(hit.listing().id)).toList();
  }

  /// How many fit, as far as the roster knows.
  public int count(MatchRequest request) {
    return search(request, clock.instant()).count();
  }

  /// Everyone who fits, best first, page by page.
  ///
  /// @param cursor what the page before gave as its next; null for the first
  public MatchPage listAll(MatchRequest request, @Nullable String cursor, int size) {
    var from = cursor == null ? MatchCursor.start(clock.instant()) : MatchCursor.read(cursor);
    var search = search(request, from.asOf());
    var all = search.all();
    var after = all.stream().filter(from::isBefore).toList();
    var page = after.subList(0, Math.min(size, after.size()));
    var gone = gone(page);
    gone.forEach(keeper::refreshLater);
    var shown = page.stream().filter(hit -> !gone.contains(hit.listing().id)).toList();
    return new MatchPage(
        candidates(request, search, shown),
        all.size(),
        after.size() > size ? Optional.of(from.after(page.getLast()).text()) : Optional.empty());
  }

  /// Whether one therapist fits, and why or why not.
  ///
  /// @throws Refusal `therapist-unknown`
  public Explanation explain(MatchRequest request, TherapistId therapist) {
    keeper.refresh(therapist);
    var search = search(request, clock.instant());
    if (!search.knows(therapist)) {
      throw new Refusal(TherapistProblem.THERAPIST_UNKNOWN);
    }
    return search
        .find(therapist)
        .<Explanation>map(
            hit -> new Explanation.Fits(candidates(request, search, List.of(hit)).getFirst()))
        .orElseGet(() -> new Explanation.DoesNotFit(search.obstacles(therapist)));
  }

  /// Reads the whole practice anew: after many therapists, hours or outcomes came in at once.
  public void refresh() {
    keeper.refresh();
  }

  /// Nobody is shown without a time to book within this many days.
  public int withinDays() {
    return settings.withinDays();
  }

  private Search search(MatchRequest request, Instant asOf) {
    return new Search(keeper.current(), request, asOf, settings.withinDays());
  }

  private List<Candidate> candidates(MatchRequest request, Search search, Collection<Hit> hits) {
    var reasons = new Reasons(request, search.wishes());
    return hits.stream()
        .map(hit -> reasons.candidate(hit, search.score(hit)).by(way(request, hit)))
        .toList();
  }

  /// How they would really meet: what was wished for if it can be held here, else what can be; only
  /// if there is nothing, the wish itself, which booking then explains.
  private Modality way(MatchRequest request, Hit hit) {
    var offered =
        Stream.of(Modality.values())
            .filter(way -> Bits.hold(hit.listing().modalities, way))
            .toList();
    var wished = request.answers().modalities();
    return Stream.concat(
            Stream.concat(
                ways.among(offered).stream().filter(wished::contains),
                ways.among(offered).stream()),
            offered.stream().filter(wished::contains))
        .findFirst()
        .orElseThrow();
  }

  /// Those whom the roster still shows but who have no place, or not this hour, any more.
  private Set<TherapistId> gone(List<Hit> hits) {
    if (hits.isEmpty()) {
      return Set.of();
    }
    var ids = hits.stream().map(hit -> hit.listing().id).toList();
    var withPlace =
        therapists.listAllOf(ids).stream()
            .filter(profile -> profile.free() > 0)
            .map(TherapistProfile::id)
            .collect(Collectors.toSet());
    var first = hits.stream().map(Hit::soonest).min(Instant::compareTo).orElseThrow();
    var last = hits.stream().map(Hit::soonest).max(Instant::compareTo).orElseThrow();
    var free = slots.listFree(ids, first, last.plusSeconds(1));
    var gone = new HashSet<TherapistId>();
    for (var hit : hits) {
      var id = hit.listing().id;
      var hour = free.getOrDefault(id, List.of()).stream().map(Slot::start);
      if (!withPlace.contains(id) || hour.noneMatch(hit.soonest()::equals)) {
        gone.add(id);
      }
    }
    return gone;
  }
}
