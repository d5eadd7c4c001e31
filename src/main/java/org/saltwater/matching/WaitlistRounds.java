package org.saltwater.matching;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.TherapistId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells people in the line that there is a place for them, each place to one person at a time. It
/// reads their own answers on their behalf, as they asked by joining, and shows them to nobody.
@Component
class WaitlistRounds {
  private final WaitlistTable table;
  private final Waitlist waitlist;
  private final RosterKeeper keeper;
  private final Intakes intakes;
  private final Therapists therapists;
  private final People people;
  private final Notifications notifications;
  private final MatchingSettings settings;
  private final TransactionTemplate transaction;
  private final Clock clock;

  WaitlistRounds(
      WaitlistTable table,
      Waitlist waitlist,
      RosterKeeper keeper,
      Intakes intakes,
      Therapists therapists,
      People people,
      Notifications notifications,
      MatchingSettings settings,
      TransactionTemplate transaction,
      Clock clock) {
    this.table = table;
    this.waitlist = waitlist;
    this.keeper = keeper;
    this.intakes = intakes;
    this.therapists = therapists;
    this.people = people;
    this.notifications = notifications;
    this.settings = settings;
    this.transaction = transaction;
    this.clock = clock;
  }

  /// Whatever may have made room is gathered for a minute, so that a day's work of a coordinator is
  /// one round and not a hundred.
  @Scheduled(fixedDelayString = "${saltwater.matching.waitlist-round:60s}")
  void inTime() {
    if (keeper.takeNews()) {
      round();
    }
  }

  /// @return how many were told
  int round() {
    var told =
        transaction.execute(
            status -> {
              if (table.count() == 0 || !table.isMyTurn()) {
                return 0;
              }
              var left = new HashMap<TherapistId, Integer>();
              var justTold = table.countTold(waitlist.toldSince());
              return (int)
                  table.listNext(waitlist.toldSince()).stream()
                      .filter(row -> tell(row, left, justTold))
                      .count();
            });
    return told == null ? 0 : told;
  }

  private boolean tell(
      WaitlistTable.Row row, Map<TherapistId, Integer> left, Map<TherapistId, Integer> justTold) {
    var answers = intakes.matchingAnswers(Evidence.own(row.client()));
    var email =
        waitlist
            .emailOf(row)
            .or(() -> people.find(row.client().person()).map(Person::email))
            .filter(address -> !address.isBlank());
    if (answers.isEmpty() || email.isEmpty()) {
      return false;
    }
    var search =
        new Search(
            keeper.current(),
            MatchRequest.of(answers.get()),
            clock.instant(),
            settings.withinDays());
    for (var hit : search.all()) {
      var therapist = hit.listing().id;
      var places = left.computeIfAbsent(therapist, id -> free(id) - justTold.getOrDefault(id, 0));
      if (places > 0) {
        left.put(therapist, places - 1);
        table.markTold(row.client(), therapist, clock.instant());
        notifications.mail(email.get(), Notice.PLACE_FREE, new Link("/matches"));
        return true;
      }
    }
    return false;
  }

  private int free(TherapistId therapist) {
    return therapists.find(therapist).map(TherapistProfile::free).orElse(0);
  }
}
