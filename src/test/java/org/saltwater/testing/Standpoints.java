package org.saltwater.testing;

import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saltwater.care.Episodes;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.TherapistChanges;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.MoodPrompts;
import org.saltwater.crying.Setting;
import org.saltwater.crying.WhoCried;
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
  private final StandpointRows rows;

  Standpoints(ListableBeanFactory beans) {
    this.beans = beans;
    this.rows = new StandpointRows(beans);
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
    things.put("appointment", rows.appointment(client, therapist, soon, "BOOKED"));
    things.put("appointments/{id}", things.get("appointment"));
    things.put(
        "past-appointment",
        rows.appointment(
            client,
            therapist(cast, Standpoint.THERAPIST_WITH_CLOSED_EDGE),
            soon.minus(Duration.ofDays(2)),
            "BOOKED"));
    things.put("hold/{id}", rows.appointment(client, therapist, soon.plusSeconds(7_200), "HELD"));
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
        rows.handover(client, therapist(cast, Standpoint.THERAPIST_WITH_CLOSED_EDGE), therapist));
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
    things.putAll(moments(client));
    things.putAll(rows.identity(client));
    things.putAll(guests(client, therapist, supervisor, cast.get(Standpoint.SUPERVISOR_AGREED_TO)));
    things.putAll(visit());
  }

  private Map<String, String> moments(ClientId client) {
    var moment = EpisodeId.random();
    var now = get(TestClock.class).instant();
    get(CryingEpisodes.class)
        .save(client, moment, EpisodeNote.of(now, WhoCried.CLIENT, Setting.ALONE));
    return Map.of(
        "moment",
        moment.toString(),
        "when",
        "BEFORE",
        "prompt",
        get(MoodPrompts.class).listOpen(client).getFirst().id().toString());
  }

  private Map<String, String> guests(
      ClientId client, TherapistId therapist, PersonId asked, PersonId agreed) {
    var guests = get(GuestAccess.class);
    guests.askForSupervision(therapist, client, agreed);
    guests.agree(client, rows.edge(client, agreed));
    guests.askForSupervision(therapist, client, asked);
    return Map.of(
        "edge",
        rows.edge(client, asked).toString(),
        "open-edge",
        rows.edge(client, agreed).toString());
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
