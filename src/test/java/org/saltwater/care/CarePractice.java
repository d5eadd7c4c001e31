package org.saltwater.care;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Matching;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/// Therapists with hours, clients with a finished questionnaire, and who treats whom.
public final class CarePractice {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final AtomicInteger made = new AtomicInteger();

  private final ApplicationContext context;

  public CarePractice(ApplicationContext context) {
    this.context = context;
  }

  /// @param row as [Directory] reads it: `Amara | taken 3 of 8`
  public TherapistId therapist(String row) {
    var cells = row.split("\\|", 2);
    var name = cells[0].strip() + " No" + made.incrementAndGet();
    var profile =
        Directory.therapist(
            name
                + " | licensed DE | speaks en | by video text | "
                + (cells.length > 1 ? cells[1] : "taken 0 of 5"));
    get(Therapists.class).register(profile);
    addPerson(profile.id().person(), name, Role.THERAPIST);
    get(Availabilities.class)
        .set(
            profile.id(),
            Availability.weekly(
                BERLIN,
                "Mon 08:00-18:00",
                "Tue 08:00-18:00",
                "Wed 08:00-18:00",
                "Thu 08:00-18:00",
                "Fri 08:00-18:00"));
    get(Matching.class).refresh();
    return profile.id();
  }

  public PersonId person(String name, Role role) {
    var id = PersonId.random();
    addPerson(id, name, role);
    return id;
  }

  /// Someone in Germany with a finished questionnaire, and no therapist yet. There has to be a
  /// therapist in Germany before.
  public ClientId client(String name) {
    var client = ClientId.random();
    addPerson(client.person(), name, Role.CLIENT);
    var intakes = get(Intakes.class);
    intakes.begin(client);
    save(client, "about-you", Map.of("adult", "yes", "place", "DE"));
    save(
        client,
        "consent",
        Map.of(
            "consent.answers", "true",
            "consent.readers", "true",
            "consent.risk", "true",
            "consent.not-emergency", "true"));
    save(client, "domains", Map.of("domains", "GRIEF_AND_LOSS"));
    save(client, "own-words", Map.of("own-words", "I miss the lighthouse keeper"));
    save(client, "how", Map.of("modalities", "VIDEO"));
    save(client, "languages", Map.of("languages", "en"));
    save(client, "times", Map.of("zone", "Europe/Berlin"));
    intakes.complete(client);
    return client;
  }

  public ClientId clientOf(TherapistId therapist, String name) {
    var client = client(name);
    get(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              get(Therapists.class).takePlace(therapist);
              get(Episodes.class).open(client, therapist);
            });
    return client;
  }

  public Appointment appointment(ClientId client, TherapistId therapist, String start) {
    var appointments = get(Appointments.class);
    return appointments.confirm(
        appointments.hold(client, therapist, Instant.parse(start), Modality.VIDEO).id(), client);
  }

  public SignedIn signedIn(ClientId client) {
    return signedIn(client.person());
  }

  public SignedIn signedIn(TherapistId therapist) {
    return signedIn(therapist.person());
  }

  public SignedIn signedIn(PersonId person) {
    var known = get(People.class).get(person);
    return new SignedIn(known.id(), known.name(), known.roles(), known.zone());
  }

  public String bearer(PersonId person) {
    return "Bearer " + get(SignIns.class).issue(person, "test").value();
  }

  public String bearer(ClientId client) {
    return bearer(client.person());
  }

  public String bearer(TherapistId therapist) {
    return bearer(therapist.person());
  }

  public <T> T get(Class<T> bean) {
    return context.getBean(bean);
  }

  private void save(ClientId client, String page, Map<String, String> given) {
    var lists = new java.util.HashMap<String, List<String>>();
    given.forEach((key, value) -> lists.put(key, List.of(value)));
    get(Intakes.class).save(client, page, lists);
  }

  private void addPerson(PersonId id, String name, Role role) {
    get(People.class)
        .addAll(
            List.of(
                new Person(
                    id,
                    name,
                    "p" + made.incrementAndGet() + "@example.org",
                    Set.of(role),
                    BERLIN)));
  }
}
