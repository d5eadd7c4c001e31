package org.saltwater.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.testing.TestClock;
import org.springframework.context.ApplicationContext;

/// A client and a therapist in care together, each signed in, with an hour on Monday at 10:00 in
/// Berlin, by text, unless said otherwise.
public record Pair(
    ClientId client,
    TherapistId therapist,
    ConversationId talk,
    AppointmentId hour,
    String clientToken,
    String therapistToken) {
  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  public static final Instant START = TestClock.START.plus(Duration.ofHours(1));

  public static Pair begin(ApplicationContext app) {
    return begin(app, Modality.TEXT);
  }

  public static Pair begin(ApplicationContext app, Modality modality) {
    return begin(app, modality, START);
  }

  /// @param start on a Monday between 8 and 19 in Berlin, not long after what the clock says
  public static Pair begin(ApplicationContext app, Modality modality, Instant start) {
    var client = person("Jo", Role.CLIENT);
    var therapist = person("Amara Okafor", Role.THERAPIST);
    app.getBean(People.class).addAll(List.of(client, therapist));
    var clientId = ClientId.of(client.id());
    var therapistId = TherapistId.of(therapist.id());
    app.getBean(Episodes.class).open(clientId, therapistId);
    var always =
        Availability.weekly(BERLIN, "Mon 08:00-20:00")
            .withTimes(Availability.USUAL_LENGTH, Availability.USUAL_BUFFER, Duration.ZERO);
    app.getBean(Availabilities.class).set(therapistId, always);
    var appointments = app.getBean(Appointments.class);
    var held = appointments.hold(clientId, therapistId, start, modality);
    appointments.confirm(held.id(), clientId);
    var signIns = app.getBean(SignIns.class);
    return new Pair(
        clientId,
        therapistId,
        app.getBean(Conversations.class).findOpen(clientId, therapistId).orElseThrow().id(),
        held.id(),
        signIns.issue(client.id(), "test").value(),
        signIns.issue(therapist.id(), "test").value());
  }

  private static Person person(String name, Role role) {
    var id = PersonId.random();
    return new Person(id, name, id + "@example.org", Set.of(role), BERLIN);
  }
}
