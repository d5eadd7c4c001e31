package org.saltwater.matching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
  private final long[] mask;
  private final int now;
  private final int until;

  Search(Roster roster, MatchRequest request, Instant asOf, int withinDays) {
    var answers = request.answers();
    this.roster = roster;
    this.request = request;
    this.wishes = WishGroup.of(request.wishes());
    this.order = FairOrder.of(answers.client());
    this.mask = Week.mask(answers.times(), answers.zone(), roster.base(), roster.words());
    // Times are whole minutes, so a moment between two of them counts as the later one.
    this.now = (int) Math.ceilDiv(asOf.toEpochMilli(), 60_000L);
    this.until = now + withinDays * 24 * 60;
    this.scoring = new Scoring(Weights.USUAL, answers.domains(), wishes, now, until);
  }

  List<WishGroup> wishes() {
    return wishes;
  }

  boolean knows(TherapistId therapist) {
    return roster.shelfOf(therapist).isPresent();
  }

  int count() {
    var count = new int[1];
    forEach((listing, start) -> count[0]++);
    return count[0];
  }

  /// The best, best first, and how many there are in all.
  Hits best(int most) {
    var best = new Hit[most];
    var count = new int[1];
    forEach(
        (listing, start) -> {
          count[0]++;
          var total = scoring.total(listing, start);
          var last = best[most - 1];
          if (last == null || total >= last.total()) {
            enter(best, new Hit(listing, start, total, order.lot(listing.key)));
          }
        });
    return new Hits(Arrays.stream(best).filter(hit -> hit != null).toList(), count[0]);
  }

  /// Everyone who fits, best first.
  List<Hit> all() {
    var all = new ArrayList<Hit>();
    forEach(
        (listing, start) ->
            all.add(
                new Hit(listing, start, scoring.total(listing, start), order.lot(listing.key))));
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
        .map(
            shelf -> {
              var at = shelf.placeOf(therapist).orElseThrow();
              var listing = shelf.listings.get(at);
              var start = shelf.soonest(at, mask, now, until);
              return new Hit(listing, start, scoring.total(listing, start), order.lot(listing.key));
            });
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
          if (soonestAtAll(shelf, at) < 0) {
            found.add(new Obstacle(filter));
          }
        }
        case HOURS_OVERLAP -> {
          if (soonestAtAll(shelf, at) >= 0 && shelf.soonest(at, mask, now, until) < 0) {
            found.add(new Obstacle(filter));
          }
        }
        default -> {
          var fit = only(at);
          narrow(filter, shelf, fit);
          if (!RosterShelf.isIn(fit, at)) {
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
      if (!RosterShelf.isIn(fit, at)) {
        var wish = group.wishFor(shelf.listings.get(at));
        found.add(new Obstacle(HardFilter.CLIENT_EXCLUSIONS, Optional.of(wish)));
      }
    }
  }

  private int soonestAtAll(RosterShelf shelf, int at) {
    var anyTime = new long[roster.words()];
    Arrays.fill(anyTime, -1L);
    return shelf.soonest(at, anyTime, now, until);
  }

  private void forEach(Found found) {
    for (var shelf : roster.shelves()) {
      var fit = shelf.everybody.clone();
      for (var filter : HardFilter.values()) {
        narrow(filter, shelf, fit);
      }
      for (var word = 0; word < RosterShelf.WORDS; word++) {
        for (var left = fit[word]; left != 0; left &= left - 1) {
          var at = (word << 6) + Long.numberOfTrailingZeros(left);
          var start = shelf.soonest(at, mask, now, until);
          if (start >= 0) {
            found.on(shelf.listings.get(at), start);
          }
        }
      }
    }
  }

  /// Takes out whoever does not pass a filter. The two about time are asked one by one, later.
  private void narrow(HardFilter filter, RosterShelf shelf, long[] fit) {
    var answers = request.answers();
    switch (filter) {
      case LICENSED_WHERE_CLIENT_IS -> keepAny(fit, shelf.licensedFor(answers.where()));
      case LANGUAGE -> keepAny(fit, answers.languages().stream().map(shelf::speaking).toList());
      case MODALITY -> keepAny(fit, answers.modalities().stream().map(shelf::meetingBy).toList());
      case COMPETENT_FOR_RISK -> {
        if (answers.risk() == RiskLevel.HIGH) {
          keepAny(fit, List.of(shelf.highRisk));
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
      case FREE_CAPACITY -> keepAny(fit, List.of(shelf.free));
      case BOOKABLE_SOON, HOURS_OVERLAP -> {}
    }
  }

  private static void keepAny(long[] fit, List<long[]> columns) {
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

  private static void enter(Hit[] best, Hit hit) {
    var at = best.length - 1;
    var last = best[at];
    if (last != null && last.compareTo(hit) <= 0) {
      return;
    }
    for (; at > 0; at--) {
      var before = best[at - 1];
      if (before != null && before.compareTo(hit) <= 0) {
        break;
      }
      best[at] = before;
    }
    best[at] = hit;
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

  private interface Found {
    void on(Listing listing, int start);
  }
}
