package org.saltwater.home;

import java.time.Clock;
import java.util.HashSet;
import org.saltwater.identity.Invitations;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.matching.Waitlist;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlags;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Composes what a coordinator sees of the practice, in counts: it costs the same with 40
/// therapists and with 32,000.
@Component
class PracticeHomes {
  private final Therapists therapists;
  private final Waitlist waitlist;
  private final Invitations invitations;
  private final RiskFlags flags;
  private final OnCall onCall;
  private final People people;
  private final WaysToMeet ways;
  private final PhoneStandings phone;
  private final Clock clock;

  PracticeHomes(
      Therapists therapists,
      Waitlist waitlist,
      Invitations invitations,
      RiskFlags flags,
      OnCall onCall,
      People people,
      WaysToMeet ways,
      PhoneStandings phone,
      Clock clock) {
    this.therapists = therapists;
    this.waitlist = waitlist;
    this.invitations = invitations;
    this.flags = flags;
    this.onCall = onCall;
    this.people = people;
    this.ways = ways;
    this.phone = phone;
    this.clock = clock;
  }

  PracticeHome now() {
    var places = therapists.countPlaces();
    var raised = flags.listOpen();
    var now = clock.instant();
    return new PracticeHome(
        places.therapists(),
        places.paused(),
        places.offered(),
        places.taken(),
        places.free(),
        places.full(),
        waitlist.count(),
        invitations.count(),
        raised.size(),
        (int) raised.stream().filter(flag -> flag.isOverdue(now)).count(),
        people.listAllOf(new HashSet<>(onCall.listNow())).stream()
            .map(Person::name)
            .sorted()
            .toList(),
        ways.holds(Modality.VIDEO),
        phone.now());
  }
}
