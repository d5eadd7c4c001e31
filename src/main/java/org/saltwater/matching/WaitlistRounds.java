package org.saltwater.matching;

import java.time.Clock;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.intake.IntakeLinks;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells people in the line that there is a place for them, each place to one person at a time. It
/// reads their own answers on their behalf, as they asked by joining, and shows them to nobody.
@Component
class WaitlistRounds {
  private static final Logger LOG = LoggerFactory.getLogger(WaitlistRounds.class);

  private final WaitlistTable table;
  private final Waitlist waitlist;
  private final RosterKeeper keeper;
  private final Intakes intakes;
  private final IntakeLinks links;
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
      IntakeLinks links,
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
    this.links = links;
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
    return (int) table.listNext(waitlist.toldSince()).stream().filter(this::isTold).count();
  }

  /// Each in a transaction of its own: one whose row can't be read keeps nobody else waiting.
  private boolean isTold(WaitlistTable.Row row) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              status ->
                  table.isMyTurn()
                      && table.isNext(row.client(), waitlist.toldSince())
                      && tell(row)));
    } catch (RuntimeException failed) {
      LOG.error("Could not ask after one in the line: {}", failed.getClass().getName());
      return false;
    }
  }

  private boolean tell(WaitlistTable.Row row) {
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
    var justTold = table.countTold(waitlist.toldSince());
    for (var hit : search.all()) {
      var therapist = hit.listing().id;
      if (free(therapist) > justTold.getOrDefault(therapist, 0)) {
        table.markTold(row.client(), therapist, clock.instant());
        notifications.mail(email.get(), Notice.PLACE_FREE, way(row.client()));
        return true;
      }
    }
    return false;
  }

  /// Who has an account signs in; for anyone else the link opens their answers, wherever they are.
  private Link way(ClientId client) {
    return people.find(client.person()).isPresent() ? new Link("/matches") : links.make(client);
  }

  private int free(TherapistId therapist) {
    return therapists.find(therapist).map(TherapistProfile::free).orElse(0);
  }
}
