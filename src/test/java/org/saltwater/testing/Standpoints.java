package org.saltwater.testing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.saltwater.care.Episodes;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.TherapistChanges;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversations;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.CalendarFeeds;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Therapists;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Arranges one client with a therapist, everyone who could want to see their record, and the
/// things in it that paths name.
@TestComponent
@Lazy
public class Standpoints {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final ListableBeanFactory beans;

  Standpoints(ListableBeanFactory beans) {
    this.beans = beans;
  }

  public Situation arrange() {
    return get(TransactionTemplate.class)
        .execute(
            status -> {
              var things = new HashMap<String, String>();
              var cast = cast(things);
              fill(things, cast);
              return new Situation(cast, things, get(SignIns.class));
            });
  }

  private Map<Standpoint, PersonId> cast(Map<String, String> things) {
    var cast = new EnumMap<Standpoint, PersonId>(Standpoint.class);
    for (var each : Standpoint.values()) {
      if (each != Standpoint.VISITOR) {
        cast.put(each, PersonId.random());
      }
    }
    get(People.class)
        .addAll(
            cast.entrySet().stream().map(each -> person(each.getValue(), each.getKey())).toList());
    for (var each : cast.entrySet()) {
      if (role(each.getKey()) == Role.THERAPIST) {
        register(TherapistId.of(each.getValue()));
      }
    }
    var client = ClientId.of(cast.get(Standpoint.CLIENT));
    things.put("client-token", answer(client));
    var before = therapist(cast, Standpoint.THERAPIST_WITH_CLOSED_EDGE);
    var episodes = get(Episodes.class);
    episodes.open(client, before);
    things.put("past-conversation", pastConversation(client, before));
    episodes.close(client, before);
    episodes.open(client, therapist(cast, Standpoint.THERAPIST_WITH_OPEN_EDGE));
    return cast;
  }

  private void register(TherapistId id) {
    get(Therapists.class)
        .register(Directory.therapist(id, "Amara | licensed DE | by video text | taken 1 of 8"));
    get(Availabilities.class).set(id, Availability.weekly(BERLIN, "Wed 08:00-18:00"));
  }

  /// @return the token that opened the answers while there was no account
  private String answer(ClientId client) {
    var intakes = get(Intakes.class);
    var begun = intakes.begin(client);
    intakes.saveAll(
        client,
        Map.ofEntries(
            Map.entry("adult", List.of("yes")),
            Map.entry("place", List.of("DE")),
            Map.entry("consent.answers", List.of("true")),
            Map.entry("consent.readers", List.of("true")),
            Map.entry("consent.risk", List.of("true")),
            Map.entry("consent.not-emergency", List.of("true")),
            Map.entry("domains", List.of("GRIEF_AND_LOSS")),
            Map.entry("modalities", List.of("VIDEO", "TEXT")),
            Map.entry("languages", List.of("en")),
            Map.entry("zone", List.of("Europe/Berlin"))));
    intakes.complete(client);
    return begun.token().value();
  }

  private void fill(Map<String, String> things, Map<Standpoint, PersonId> cast) {
    var client = ClientId.of(cast.get(Standpoint.CLIENT));
    var therapist = therapist(cast, Standpoint.THERAPIST_WITH_OPEN_EDGE);
    var supervisor = cast.get(Standpoint.SUPERVISOR);
    things.put("client", client.toString());
    things.put("therapist", therapist.toString());
    things.put("therapists/{id}", therapist.toString());
    things.put("other-therapist", cast.get(Standpoint.THERAPIST_WITHOUT_EDGE).toString());
    things.put("supervisor", supervisor.toString());
    things.put("coordinator", cast.get(Standpoint.COORDINATOR).toString());
    things.put("token", "t".repeat(43));
    things.put("number", "1");
    things.put("instruments/{id}", "phq-9");
    things.put("intake", get(Intakes.class).get(client).id().toString());
    things.put("conversation", get(Conversations.class).open(client, therapist).id().toString());
    var soon = get(TestClock.class).instant().plus(Duration.ofMinutes(5));
    things.put("appointment", appointment(client, therapist, soon, "BOOKED"));
    things.put("appointments/{id}", things.get("appointment"));
    things.put(
        "past-appointment",
        appointment(
            client,
            therapist(cast, Standpoint.THERAPIST_WITH_CLOSED_EDGE),
            soon.minus(Duration.ofDays(2)),
            "BOOKED"));
    things.put("hold/{id}", appointment(client, therapist, soon.plusSeconds(7_200), "HELD"));
    things.put(
        "risk-flags/{id}",
        get(RiskFlags.class)
            .raise(client, RiskLevel.LOW, RiskSource.QUESTIONNAIRE)
            .id()
            .toString());
    things.put("therapist-changes/{id}", get(TherapistChanges.class).begin(client).id().toString());
    things.put("change", things.get("therapist-changes/{id}"));
    things.put(
        "handovers/{id}",
        handover(client, therapist(cast, Standpoint.THERAPIST_WITH_CLOSED_EDGE), therapist));
    things.put("calendar/feed/{token}", get(CalendarFeeds.class).make(client.person()).value());
    things.put(
        "shift",
        get(OnCall.class)
            .add(
                cast.get(Standpoint.COORDINATOR),
                soon.plusSeconds(86_400),
                soon.plusSeconds(90_000),
                cast.get(Standpoint.COORDINATOR))
            .id()
            .toString());
    get(OnCall.class)
        .add(
            cast.get(Standpoint.THERAPIST_ON_CALL),
            soon.minusSeconds(3_600),
            soon.plusSeconds(3_600),
            cast.get(Standpoint.COORDINATOR));
    things.putAll(identity(client));
    things.putAll(guests(client, therapist, supervisor, cast.get(Standpoint.SUPERVISOR_AGREED_TO)));
    things.putAll(visit());
  }

  /// What a client has to sign in with.
  private Map<String, String> identity(ClientId client) {
    var signIns = get(SignIns.class);
    signIns.issue(client.person(), "Another device");
    var passkey = "p" + UUID.randomUUID().toString().replace("-", "") + "abc";
    sql("""
        insert into user_credentials
          (credential_id, user_entity_user_id, public_key, signature_count, uv_initialized,
           backup_eligible, backup_state, authenticator_transports, public_key_credential_type,
           created, last_used, label)
        values (:id, :owner, '', 0, true, false, false, '', 'public-key', localtimestamp, localtimestamp, 'Phone')
        """)
        .param("id", passkey)
        .param("owner", handle(client))
        .update();
    var invited = PersonId.random();
    get(People.class)
        .addAll(
            List.of(
                new Person(
                    invited, "New", invited + "@example.org", Set.of(Role.THERAPIST), BERLIN)));
    sql("insert into identity_link values (:hash, 'INVITATION', :person, :ends)")
        .param("hash", invited.toString().getBytes(StandardCharsets.UTF_8))
        .param("person", invited.value())
        .param("ends", Timestamp.from(get(TestClock.class).instant().plusSeconds(86_400)))
        .update();
    return Map.of(
        "sign-ins/{id}",
        signIns.list(client.person()).getFirst().id().toString(),
        "passkeys/{id}",
        passkey,
        "invitations/{person}",
        invited.toString());
  }

  /// A person's id as passkeys know it.
  private static String handle(ClientId client) {
    var bytes =
        ByteBuffer.allocate(16)
            .putLong(client.value().getMostSignificantBits())
            .putLong(client.value().getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private Map<String, String> guests(
      ClientId client, TherapistId therapist, PersonId asked, PersonId agreed) {
    var guests = get(GuestAccess.class);
    guests.askForSupervision(therapist, client, agreed);
    guests.agree(client, edge(client, agreed));
    guests.askForSupervision(therapist, client, asked);
    return Map.of(
        "edge", edge(client, asked).toString(), "open-edge", edge(client, agreed).toString());
  }

  private UUID edge(ClientId client, PersonId reader) {
    return sql("select id from care_edge where client = :client and reader = :reader")
        .param("client", client.value())
        .param("reader", reader.value())
        .query(UUID.class)
        .single();
  }

  /// Written before anyone else came to read it.
  private String pastConversation(ClientId client, TherapistId therapist) {
    var id = get(Conversations.class).open(client, therapist).id();
    sql("update messaging_conversation set opened_at = opened_at - interval '1 day' where id = :id")
        .param("id", id.value())
        .update();
    return id.toString();
  }

  /// A visitor's questionnaire, which whoever has its token may read and answer.
  private Map<String, String> visit() {
    var begun = get(Intakes.class).begin(ClientId.random());
    return Map.of(
        "visit", begun.intake().toString(),
        "visit-token", begun.token().value());
  }

  private String handover(ClientId client, TherapistId from, TherapistId to) {
    var id = UUID.randomUUID();
    var now = get(TestClock.class).instant();
    sql("""
        with change as (
          insert into care_therapist_change
            (id, client, from_therapist, to_therapist, first_start, state, travels, begun_at, done_at)
          values (:id, :client, :from, :to, :now, 'DONE', '{}', :now, :now) returning id)
        insert into care_handover
          (id, change, client, from_therapist, to_therapist, parts, made_at, summary_until)
        select :id, id, :client, :from, :to, '{SUMMARY}', :now, :until from change
        """)
        .param("id", id)
        .param("client", client.value())
        .param("from", from.value())
        .param("to", to.value())
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(Duration.ofDays(7))))
        .update();
    return id.toString();
  }

  private String appointment(ClientId client, TherapistId therapist, Instant start, String state) {
    var id = UUID.randomUUID();
    sql("""
        insert into scheduling_appointment
          (id, client, therapist, starts_at, ends_at, blocked_until, modality, state, held_until, made_at)
        values (:id, :client, :therapist, :start, :end, :end, 'TEXT', :state, :start, :start)
        """)
        .param("id", id)
        .param("client", client.value())
        .param("therapist", therapist.value())
        .param("start", Timestamp.from(start))
        .param("end", Timestamp.from(start.plus(Duration.ofMinutes(50))))
        .param("state", state)
        .update();
    return id.toString();
  }

  private static TherapistId therapist(Map<Standpoint, PersonId> cast, Standpoint who) {
    return TherapistId.of(cast.get(who));
  }

  private static Person person(PersonId id, Standpoint who) {
    return new Person(id, "Robin", id + "@example.org", Set.of(role(who)), BERLIN);
  }

  private static Role role(Standpoint who) {
    return switch (who) {
      case VISITOR, CLIENT, OTHER_CLIENT -> Role.CLIENT;
      case THERAPIST_WITH_OPEN_EDGE,
          THERAPIST_WITH_CLOSED_EDGE,
          THERAPIST_WITHOUT_EDGE,
          THERAPIST_ON_CALL ->
          Role.THERAPIST;
      case SUPERVISOR, SUPERVISOR_AGREED_TO -> Role.SUPERVISOR;
      case COORDINATOR -> Role.COORDINATOR;
      case OPERATOR -> Role.OPERATOR;
    };
  }

  private JdbcClient.StatementSpec sql(String sql) {
    return get(JdbcClient.class).sql(sql);
  }

  private <T> T get(Class<T> type) {
    return beans.getBean(type);
  }
}
