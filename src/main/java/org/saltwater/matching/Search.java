package org.saltwater.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.saltwater.intake.DayPart;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.TherapistId;
import org.saltwater.safety.RiskLevel;

/// One client's request, made ready once and asked of the roster. Hard filters run over bits, 64
/// therapists at a time; only who passes them all is looked at one by one.
final class Search {
  private final Roster roster;
  private final MatchRequest request;
  private final List<WishGroup> wishes;
  private final Scoring scoring;
  private final FairOrder order;
  private final Asked asked;
  private final Asked anyTime;
  private final List<Jurisdiction> places;

  Search(Roster roster, MatchRequest request, Instant asOf, int withinDays) {
    var answers = request.answers();
    this.roster = roster;
    this.request = request;
    this.wishes = WishGroup.of(request.wishes());
    this.order = FairOrder.of(answers.client());
    // Times are whole minutes, so a moment between two of them counts as the later one.
    var now = (int) Math.ceilDiv(asOf.toEpochMilli(), 60_000L);
    var until = now + withinDays * 24 * 60;
    this.asked = new Asked(mask(answers.times()), roster.base(), now, until);
    this.anyTime = new Asked(mask(Set.of()), roster.base(), now, until);
    this.places = placesWhoseLicencesCount(answers.where());
    this.scoring = new Scoring(Weights.USUAL, answers.domains(), wishes, now, until);
  }

  List<WishGroup> wishes() {
    return wishes;
  }

  boolean knows(TherapistId therapist) {
    return roster.shelfOf(therapist).isPresent();
  }

  int count() {
    return roster.shelves().stream().mapToInt(shelf -> Bits.count(fitting(shelf))).sum();
  }

  /// The best, best first, and how many there are in all. Most who fit could not come among the
  /// best even with the best outcome, or the soonest time, and are not asked for it.
  Hits best(int most) {
    var best = new BestHits(most);
    var count = 0;
    for (var shelf : roster.shelves()) {
      var fit = fitting(shelf);
      count += Bits.count(fit);
      for (var word = 0; word < RosterShelf.WORDS; word++) {
        for (var left = fit[word]; left != 0; left &= left - 1) {
          consider(shelf, (word << 6) + Long.numberOfTrailingZeros(left), best);
        }
      }
    }
    return new Hits(best.list(), count);
  }

  private void consider(RosterShelf shelf, int at, BestHits best) {
    var points = scoring.wishesAndExpertise(shelf.traits[at]);
    if (points + scoring.mostOfOutcomeAndSoonest() < best.least()) {
      return;
    }
    points += scoring.outcome(shelf.outcomes, at * RosterShelf.DOMAINS);
    if (points + scoring.mostOfSoonest() < best.least()) {
      return;
    }
    var listing = shelf.listings.get(at);
    var start = asked.soonest(listing);
    best.enter(new Hit(listing, start, points + scoring.soonest(start), order.lot(listing.key)));
  }

  /// Everyone who fits, best first.
  List<Hit> all() {
    var all = new ArrayList<Hit>();
    for (var shelf : roster.shelves()) {
      var fit = fitting(shelf);
      for (var at = 0; at < shelf.listings.size(); at++) {
        if (Bits.isIn(fit, at)) {
          all.add(hit(shelf.listings.get(at)));
        }
      }
    }
    all.sort(null);
    return all;
  }

  /// One therapist, if they fit.
  Optional<Hit> find(TherapistId therapist) {
    if (!obstacles(therapist).isEmpty()) {
      return Optional.empty();
    }
    return roster
        .shelfOf(therapist)
        .map(shelf -> hit(shelf.listings.get(shelf.placeOf(therapist).orElseThrow())));
  }

  Score score(Hit hit) {
    return scoring.score(hit.listing(), hit.start());
  }

  /// Everything that stands between the client and a therapist; empty if nothing does.
  ///
  /// @throws java.util.NoSuchElementException if the therapist is not in the roster
  List<Obstacle> obstacles(TherapistId therapist) {
    var shelf = roster.shelfOf(therapist).orElseThrow();
    var at = shelf.placeOf(therapist).orElseThrow();
    var found = new ArrayList<Obstacle>();
    for (var filter : HardFilter.values()) {
      switch (filter) {
        case CLIENT_EXCLUSIONS -> exclusions(shelf, at, found);
        case BOOKABLE_SOON -> {
          if (anyTime.soonest(shelf.listings.get(at)) < 0) {
            found.add(new Obstacle(filter));
          }
        }
        case HOURS_OVERLAP -> {
          var listing = shelf.listings.get(at);
          if (anyTime.soonest(listing) >= 0 && asked.soonest(listing) < 0) {
            found.add(new Obstacle(filter));
          }
        }
        default -> {
          var fit = only(at);
          narrow(filter, shelf, fit);
          if (!Bits.isIn(fit, at)) {
            found.add(new Obstacle(filter));
          }
        }
      }
    }
    return found;
  }

  private void exclusions(RosterShelf shelf, int at, List<Obstacle> found) {
    for (var group : wishes) {
      var fit = only(at);
      group.narrow(shelf, fit);
      if (!Bits.isIn(fit, at)) {
        var wish = group.wishFor(shelf.listings.get(at));
        found.add(new Obstacle(HardFilter.CLIENT_EXCLUSIONS, Optional.of(wish)));
      }
    }
  }

  private Hit hit(Listing listing) {
    var start = asked.soonest(listing);
    var total = scoring.score(listing, start).total();
    return new Hit(listing, start, total, order.lot(listing.key));
  }

  private long[] mask(Set<DayPart> times) {
    return Week.mask(times, request.answers().zone(), roster.base(), roster.words());
  }

  private long[] fitting(RosterShelf shelf) {
    var fit = shelf.everybody.clone();
    for (var filter : HardFilter.values()) {
      narrow(filter, shelf, fit);
    }
    shelf.times.narrow(fit, asked);
    return fit;
  }

  /// Takes out whoever does not pass a filter; the two about time are one question, asked after.
  private void narrow(HardFilter filter, RosterShelf shelf, long[] fit) {
    var answers = request.answers();
    switch (filter) {
      case LICENSED_WHERE_CLIENT_IS -> keepAny(fit, columns(places, shelf::licensedFor));
      case LANGUAGE -> keepAny(fit, columns(answers.languages(), shelf::speaking));
      case MODALITY -> keepAny(fit, columns(answers.modalities(), shelf::meetingBy));
      case COMPETENT_FOR_RISK -> {
        if (answers.risk() == RiskLevel.HIGH) {
          keepAny(fit, shelf.highRisk);
        }
      }
      case CLIENT_EXCLUSIONS -> {
        for (var group : wishes) {
          group.narrow(shelf, fit);
        }
      }
      case NOT_LEFT_OUT -> {
        for (var therapist : request.leftOut()) {
          shelf.placeOf(therapist).ifPresent(at -> fit[at >> 6] &= ~(1L << at));
        }
      }
      case FREE_CAPACITY -> keepAny(fit, shelf.free);
      case BOOKABLE_SOON, HOURS_OVERLAP -> {}
    }
  }

  private static void keepAny(long[] fit, long[]... columns) {
    for (var word = 0; word < fit.length; word++) {
      var any = 0L;
      for (var column : columns) {
        any |= column[word];
      }
      fit[word] &= any;
    }
  }

  private static long[] only(int at) {
    var bits = new long[RosterShelf.WORDS];
    bits[at >> 6] = 1L << at;
    return bits;
  }

  private static <T> long[][] columns(Collection<T> values, Function<T, long[]> column) {
    var columns = new long[values.size()][];
    var next = 0;
    for (var value : values) {
      columns[next++] = column.apply(value);
    }
    return columns;
  }

  /// The place itself and, for a part of a country, its whole country.
  private static List<Jurisdiction> placesWhoseLicencesCount(Jurisdiction where) {
    var country = new Jurisdiction(where.country());
    return where.equals(country) ? List.of(where) : List.of(where, country);
  }

  /// Somebody who fits.
  ///
  /// @param start of the first free hour that suits, in minutes since 1970
  /// @param lot breaks ties, see [FairOrder]
  record Hit(Listing listing, int start, int total, long lot) implements Comparable<Hit> {
    /// The better first; equals by lot.
    @Override
    public int compareTo(Hit other) {
      var byScore = Integer.compare(other.total, total);
      return byScore != 0 ? byScore : Long.compare(lot, other.lot);
    }

    Instant soonest() {
      return Instant.ofEpochSecond(start * 60L);
    }
  }

  record Hits(List<Hit> best, int fitting) {}
}
