package org.saltwater.canary;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import org.saltwater.care.CarePractice;
import org.saltwater.care.TherapistChanges;
import org.saltwater.journal.Journal;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversations;
import org.saltwater.safety.OnCall;
import org.saltwater.scheduling.Appointments;
import org.saltwater.scheduling.Availabilities;
import org.saltwater.scheduling.Availability;
import org.saltwater.testing.TestClock;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/// The whole path of two clients and two visitors, one of each through the pages, the other through
/// the API, told in canaries: every field that the reviewed list calls sealed is filled, accepted,
/// and read again by whoever may.
final class Story {
  static final JsonMapper JSON = JsonMapper.shared();

  private static final Map<String, String> USUAL = new LinkedHashMap<>();

  static {
    USUAL.putAll(
        Map.of(
            "adult", "yes",
            "place", "DE",
            "consent.answers", "true",
            "consent.readers", "true",
            "consent.risk", "true",
            "consent.not-emergency", "true",
            "domains", "LOW_MOOD",
            "modalities", "TEXT",
            "languages", "en",
            "zone", "Europe/Berlin"));
    USUAL.putAll(Map.of("self-harm.recent", "1", "therapy.before", "earlier"));
  }

  final CarePractice practice;

  final TherapistId amara;

  final TherapistId ben;

  final PersonId coordinator;

  final Set<String> told = new TreeSet<>();

  final Set<String> heard = new ConcurrentSkipListSet<>();

  final List<String> found = new ArrayList<>();

  final int port;

  private final List<String> questions;

  Story(ApplicationContext app, int port, List<String> questions) {
    this.port = port;
    this.questions = questions;
    practice = new CarePractice(app);
    amara = practice.therapist("Amara | taken 0 of 9");
    ben = practice.therapist("Ben | taken 0 of 9");
    var always =
        Availability.weekly(ZoneId.of("Europe/Berlin"), "Mon 08:00-20:00", "Wed 08:00-20:00")
            .withTimes(Availability.USUAL_LENGTH, Availability.USUAL_BUFFER, Duration.ZERO);
    practice.get(Availabilities.class).set(amara, always);
    practice.get(Availabilities.class).set(ben, always);
    coordinator = practice.person(Canary.OPEN.in("a name"), Role.COORDINATOR);
    var now = practice.get(TestClock.class).instant();
    practice.get(OnCall.class).add(amara.person(), now, now.plus(Duration.ofDays(2)), coordinator);
  }

  void tell() {
    var pages = new StoryOnPages(this);
    var program = new StoryByProgram(this);
    pages.visitor();
    program.visitor();
    var mira = practice.clientOf(amara, "Mira");
    var noor = practice.clientOf(amara, "Noor");
    var ten = book(mira, "2026-11-23T09:00:00Z");
    var noon = book(noor, "2026-11-23T11:00:00Z");
    pages.hour(mira, ten);
    program.hour(noor, noon);
    pages.change(mira);
    program.change(noor);
    readWhatTravelled(mira);
    readWhatTravelled(noor);
  }

  Teller as(PersonId person) {
    return new Teller(port, found, heard, "Authorization", practice.bearer(person));
  }

  Teller visitor() {
    return new Teller(port, found, heard);
  }

  String say(String field) {
    told.add(field);
    return Canary.SECRET.in(field);
  }

  /// Whoever is on call reads how to reach everyone who left word.
  void reach() {
    var onCall = as(amara.person());
    for (var flag : onCall.json("GET", "/api/v1/risk-flags", "").get("flags")) {
      onCall.json("POST", "/api/v1/risk-flags/" + flag.get("id").asString() + "/reach", "");
    }
  }

  void complete(ClientId client, String start) {
    var changes = practice.get(TherapistChanges.class);
    var change = changes.findBegun(client).orElseThrow();
    changes.complete(change.id(), client, ben, Instant.parse(start), Modality.TEXT);
  }

  static String handover(Teller therapist) {
    return therapist
        .json("GET", "/api/v1/handovers", "")
        .get("handovers")
        .get(0)
        .get("id")
        .asString();
  }

  /// The link to come along to an hour that stands in an answer.
  static String linkIn(String text) {
    return Pattern.compile("/along/link/[\\w-]{43}")
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow()
        .group();
  }

  private void readWhatTravelled(ClientId client) {
    as(ben.person()).get("/clients/" + client);
    as(client.person()).get("/record");
    as(client.person()).get("/home");
  }

  private AppointmentId book(ClientId client, String start) {
    var appointments = practice.get(Appointments.class);
    var held = appointments.hold(client, amara, Instant.parse(start), Modality.TEXT);
    return appointments.confirm(held.id(), client).id();
  }

  UUID newestEntry(ClientId client) {
    return practice.get(Journal.class).list(client, null).entries().getFirst().id();
  }

  String talk(ClientId client) {
    return talkId(client).toString();
  }

  org.saltwater.messaging.ConversationId talkId(ClientId client) {
    return practice.get(Conversations.class).findOpen(client, amara).orElseThrow().id();
  }

  /// What is needed, and each question that is answered in words.
  String[] answers(String how) {
    var answers = new ArrayList<String>();
    USUAL.forEach((question, answer) -> answers.addAll(List.of(question, answer)));
    questions.forEach(
        question ->
            answers.addAll(List.of(question.substring("question ".length()), say(question + how))));
    return answers.toArray(String[]::new);
  }

  static org.saltwater.testing.Visit.Answer accepted(org.saltwater.testing.Visit.Answer answer) {
    if (answer.status() >= 400) {
      throw new AssertionError(answer.toString());
    }
    return answer;
  }

  static String json(String... pairs) {
    var node = JSON.createObjectNode();
    for (var i = 0; i < pairs.length; i += 2) {
      node.put(pairs[i], pairs[i + 1]);
    }
    return node.toString();
  }
}
