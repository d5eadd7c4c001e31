package org.saltwater.testing;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversations;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Arranges one client, everyone who could want to see their record, and the things in it that
/// paths name.
@TestComponent
@Lazy
public class Standpoints {
  private static final Pattern VARIABLE =
      Pattern.compile("\\{([a-zA-Z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

  private final People people;
  private final SignIns signIns;
  private final Episodes episodes;
  private final Conversations conversations;
  private final Therapists therapists;
  private final RiskFlags flags;
  private final JdbcClient jdbc;
  private final TestClock clock;

  Standpoints(
      People people,
      SignIns signIns,
      Episodes episodes,
      Conversations conversations,
      Therapists therapists,
      RiskFlags flags,
      JdbcClient jdbc,
      TestClock clock) {
    this.people = people;
    this.signIns = signIns;
    this.episodes = episodes;
    this.conversations = conversations;
    this.therapists = therapists;
    this.flags = flags;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public Situation arrange() {
    var cast = cast();
    return new Situation(cast, things(cast), signIns);
  }

  /// People and things, arranged.
  public record Situation(
      Map<Standpoint, PersonId> cast, Map<String, String> things, SignIns signIns) {

    /// Calls a route, its variables filled with the client's things where there is such a thing.
    ///
    /// @param sent what to send, `{uuid}` for an id of no matter; may be empty
    public Visit.Answer call(
        int port, Standpoint from, String method, String path, boolean json, String sent) {
      var visit = new Visit(port);
      var api = path.startsWith("/api/");
      var type = json || api ? "application/json" : "application/x-www-form-urlencoded";
      var body = sent.isEmpty() && (json || api) && !method.equals("GET") ? "{}" : filled(sent);
      var headers = new ArrayList<>(List.of("Idempotency-Key", UUID.randomUUID().toString()));
      if (from != Standpoint.VISITOR) {
        headers.add("Authorization");
        headers.add("Bearer " + signIns.issue(cast.get(from), "Test").value());
      } else if (!api && !method.equals("GET")) {
        visit.get("/sign-in");
        headers.add("X-CSRF-TOKEN");
        headers.add(visit.csrf());
      }
      return visit.call(method, filled(path), type, body, headers.toArray(String[]::new));
    }

    /// A variable is named by itself, or, where it is only `{id}`, with the word before it.
    private String filled(String text) {
      return VARIABLE
          .matcher(text)
          .replaceAll(
              found -> {
                var named = text.substring(0, found.end());
                return things.entrySet().stream()
                    .filter(
                        thing ->
                            thing.getKey().equals(found.group(1))
                                || named.endsWith("/" + thing.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElseGet(() -> UUID.randomUUID().toString());
              });
    }
  }

  private Map<Standpoint, PersonId> cast() {
    var cast = new EnumMap<Standpoint, PersonId>(Standpoint.class);
    cast.put(Standpoint.CLIENT, person(Role.CLIENT));
    cast.put(Standpoint.OTHER_CLIENT, person(Role.CLIENT));
    cast.put(Standpoint.THERAPIST_WITH_OPEN_EDGE, person(Role.THERAPIST));
    cast.put(Standpoint.THERAPIST_WITH_CLOSED_EDGE, person(Role.THERAPIST));
    cast.put(Standpoint.THERAPIST_WITHOUT_EDGE, person(Role.THERAPIST));
    cast.put(Standpoint.SUPERVISOR, person(Role.SUPERVISOR));
    cast.put(Standpoint.COORDINATOR, person(Role.COORDINATOR));
    cast.put(Standpoint.OPERATOR, person(Role.OPERATOR));
    for (var each : cast.entrySet()) {
      if (each.getKey().name().startsWith("THERAPIST")) {
        therapists.register(
            Directory.therapist(TherapistId.of(each.getValue()), "Amara | licensed DE"));
      }
    }
    var client = ClientId.of(cast.get(Standpoint.CLIENT));
    var before = TherapistId.of(cast.get(Standpoint.THERAPIST_WITH_CLOSED_EDGE));
    episodes.open(client, before);
    episodes.close(client, before);
    episodes.open(client, TherapistId.of(cast.get(Standpoint.THERAPIST_WITH_OPEN_EDGE)));
    return cast;
  }

  private Map<String, String> things(Map<Standpoint, PersonId> cast) {
    var client = ClientId.of(cast.get(Standpoint.CLIENT));
    var therapist = TherapistId.of(cast.get(Standpoint.THERAPIST_WITH_OPEN_EDGE));
    var things = new HashMap<String, String>();
    things.put("token", "t".repeat(43));
    things.put("client", client.toString());
    things.put("therapist", therapist.toString());
    things.put("conversation", conversations.open(client, therapist).id().toString());
    things.put("appointment", appointment(client, therapist));
    things.put("appointments/{id}", things.get("appointment"));
    things.put("therapists/{id}", things.get("therapist"));
    things.put(
        "risk-flags/{id}", flags.raise(client, RiskLevel.LOW, RiskSource.PERSON).id().toString());
    return things;
  }

  private String appointment(ClientId client, TherapistId therapist) {
    var id = UUID.randomUUID();
    var start = clock.instant().plus(Duration.ofMinutes(5));
    jdbc.sql(
            """
            insert into scheduling_appointment
              (id, client, therapist, starts_at, ends_at, blocked_until, modality, state, held_until, made_at)
            values (:id, :client, :therapist, :start, :end, :end, 'TEXT', 'BOOKED', :start, :start)
            """)
        .param("id", id)
        .param("client", client.value())
        .param("therapist", therapist.value())
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(start.plus(Duration.ofMinutes(50))))
        .update();
    return id.toString();
  }

  private PersonId person(Role role) {
    var id = PersonId.random();
    people.addAll(
        List.of(
            new Person(
                id, "Robin", id + "@example.org", Set.of(role), ZoneId.of("Europe/Berlin"))));
    return id;
  }
}
