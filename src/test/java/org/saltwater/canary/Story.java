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
import org.saltwater.care.CarePractice;
import org.saltwater.care.TherapistChanges;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.live.Line;
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
  private static final JsonMapper JSON = JsonMapper.shared();
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
  private final int port;
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
    visitorOnPages();
    visitorByProgram();
    var mira = practice.clientOf(amara, "Mira");
    var noor = practice.clientOf(amara, "Noor");
    var ten = book(mira, "2026-11-23T09:00:00Z");
    var noon = book(noor, "2026-11-23T11:00:00Z");
    hourOnPages(mira, ten);
    hourByProgram(noor, noon);
    changeOnPages(mira);
    changeByProgram(noor);
    readWhatTravelled(mira);
    readWhatTravelled(noor);
  }

  Teller as(PersonId person) {
    return new Teller(port, found, heard, "Authorization", practice.bearer(person));
  }

  Teller visitor() {
    return new Teller(port, found, heard);
  }

  private String say(String field) {
    told.add(field);
    return Canary.SECRET.in(field);
  }

  private void visitorOnPages() {
    var visitor = visitor();
    var where = accepted(visitor.form("/begin")).location();
    while (where.startsWith("/begin/") && !where.endsWith("/done")) {
      if (where.startsWith("/begin/pause")) {
        accepted(
            visitor.form(
                where.replaceFirst("\\?.*", ""),
                "next",
                where.replaceFirst(".*=", ""),
                "reach",
                say("POST /begin/pause ?reach")));
        where = "/begin/" + where.replaceFirst(".*=", "");
      } else {
        where = accepted(visitor.form(where, answers(""))).location();
      }
    }
    visitor.get("/begin/done");
    accepted(visitor.form("/begin/done"));
    for (var number = 1; number <= 40; number++) {
      visitor.get("/begin/" + number);
    }
    accepted(
        visitor.form("/matches/wait", "email", say("POST /matches/wait ?email") + "@example.org"));
    reach();
  }

  private void visitorByProgram() {
    var visitor = visitor();
    var begun = visitor.json("POST", "/api/v1/intakes", "");
    var path = "/api/v1/intakes/" + begun.get("intake").asString();
    var token = begun.get("token").asString();
    var api = new Teller(port, found, heard, "Intake-Token", token);
    var group = "about-you";
    while (group != null) {
      var answers = JSON.createObjectNode();
      var pairs = answers(" by program");
      for (var i = 0; i < pairs.length; i += 2) {
        answers.putArray(pairs[i]).add(pairs[i + 1]);
      }
      var body = JSON.createObjectNode().put("group", group);
      body.set("answers", answers);
      var saved = api.json("PUT", path + "/answers", body.toString());
      group = saved.hasNonNull("next") ? saved.get("next").asString() : null;
    }
    told.add("PUT /api/v1/intakes/{intake}/answers answers.*");
    heard.add("PUT /api/v1/intakes/{intake}/answers answers.*");
    api.get(path);
    api.json(
        "PUT",
        path + "/contact",
        json("howToReach", say("PUT /api/v1/intakes/{intake}/contact howToReach")));
    api.json("POST", path + "/completion", "");
    api.json(
        "POST",
        "/api/v1/waitlist",
        json("email", say("POST /api/v1/waitlist email") + "@example.org"));
    reach();
  }

  /// Whoever is on call reads how to reach everyone who left word.
  private void reach() {
    var onCall = as(amara.person());
    for (var flag : onCall.json("GET", "/api/v1/risk-flags", "")) {
      onCall.json("POST", "/api/v1/risk-flags/" + flag.get("id").asString() + "/reach", "");
    }
  }

  private void hourOnPages(ClientId mira, AppointmentId hour) {
    var client = as(mira.person());
    var therapist = as(amara.person());
    var room = "/sessions/" + hour;
    practice.get(TestClock.class).set(Instant.parse("2026-11-23T08:55:00Z"));
    var arrive = "POST /sessions/{appointment}/arrive ?";
    accepted(
        client.form(
            room + "/arrive",
            "location",
            say(arrive + "location"),
            "callBack",
            say(arrive + "callBack") + " 0151 2345678"));
    therapist.get(room);
    accepted(therapist.form(room + "/admit"));
    accepted(
        client.form(
            room + "/messages",
            "key",
            UUID.randomUUID().toString(),
            "text",
            say("POST /sessions/{appointment}/messages ?text")));
    var talk = talk(mira);
    accepted(
        therapist.form(
            "/messages/" + talk,
            "key",
            UUID.randomUUID().toString(),
            "text",
            say("POST /messages/{conversation} ?text")));
    client.get("/messages/" + talk);
    practice.get(TestClock.class).set(Instant.parse("2026-11-23T09:50:00Z"));
    accepted(therapist.form(room + "/end"));
    accepted(
        client.form(
            room + "/check-in", "feltWrong", say("POST /sessions/{appointment}/check-in ?*")));
    client.get(room + "/check-in");
  }

  private void hourByProgram(ClientId noor, AppointmentId hour) {
    var client = as(noor.person());
    var therapist = as(amara.person());
    var room = "/api/v1/sessions/" + hour;
    practice.get(TestClock.class).set(Instant.parse("2026-11-23T10:55:00Z"));
    var join = "POST /api/v1/sessions/{appointment}/join ";
    client.json(
        "POST",
        room + "/join",
        json(
            "location",
            say(join + "location"),
            "callBack",
            say(join + "callBack") + " 0151 2345678"));
    therapist.json("POST", room + "/look-in", "");
    therapist.json("POST", room + "/admit", "");
    var talk = talk(noor);
    client.json(
        "POST",
        "/api/v1/conversations/" + talk + "/messages",
        json("text", say("POST /api/v1/conversations/{conversation}/messages text")),
        "Idempotency-Key",
        UUID.randomUUID().toString());
    var token = practice.bearer(noor.person()).substring("Bearer ".length());
    var line =
        Line.open(port, practice.get(Conversations.class).get(talkId(noor)).id(), token, 0).join();
    line.send(UUID.randomUUID(), say("socket Send text"));
    line.hear("stored");
    line.say(
        "{\"type\":\"send\",\"key\":7,\"text\":\"" + Canary.SECRET.in("a frame gone wrong") + "\"");
    line.drop();
    therapist.get("/api/v1/conversations/" + talk + "/messages");
    practice.get(TestClock.class).set(Instant.parse("2026-11-23T11:50:00Z"));
    client.json("POST", room + "/end", "");
    client.json(
        "PUT",
        room + "/check-in",
        "{\"ratings\":{},\"feltWrong\":\"%s\"}"
            .formatted(say("PUT /api/v1/sessions/{appointment}/check-in feltWrong")));
    client.get(room + "/check-in");
  }

  private void changeOnPages(ClientId mira) {
    var client = as(mira.person());
    accepted(client.form("/change-therapist", "part", "SUMMARY"));
    accepted(
        client.form(
            "/change-therapist/missing", "words", say("POST /change-therapist/missing ?words")));
    client.get("/change-therapist/missing");
    complete(mira, "2026-11-25T09:00:00Z");
    var therapist = as(amara.person());
    accepted(
        therapist.form(
            "/handovers/" + handover(therapist), "summary", say("POST /handovers/{id} ?summary")));
  }

  private void changeByProgram(ClientId noor) {
    var client = as(noor.person());
    var path = "/api/v1/therapist-changes";
    var id = client.json("POST", path, "").get("id").asString();
    client.json("PUT", path + "/" + id + "/travels", "{\"parts\":[\"SUMMARY\"]}");
    client.json(
        "PUT",
        path + "/" + id + "/missing",
        json("words", say("PUT /api/v1/therapist-changes/{id}/missing words")));
    client.get(path + "/" + id + "/missing");
    complete(noor, "2026-11-25T12:00:00Z");
    var therapist = as(amara.person());
    therapist.json(
        "PUT",
        "/api/v1/handovers/" + handover(therapist) + "/summary",
        json("text", say("PUT /api/v1/handovers/{id}/summary text")));
  }

  private void complete(ClientId client, String start) {
    var changes = practice.get(TherapistChanges.class);
    var change = changes.findBegun(client).orElseThrow();
    changes.complete(change.id(), client, ben, Instant.parse(start), Modality.TEXT);
  }

  private static String handover(Teller therapist) {
    return therapist
        .json("GET", "/api/v1/handovers", "")
        .get("handovers")
        .get(0)
        .get("id")
        .asString();
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

  String talk(ClientId client) {
    return talkId(client).toString();
  }

  private org.saltwater.messaging.ConversationId talkId(ClientId client) {
    return practice.get(Conversations.class).findOpen(client, amara).orElseThrow().id();
  }

  /// What is needed, and each question that is answered in words.
  private String[] answers(String how) {
    var answers = new ArrayList<String>();
    USUAL.forEach((question, answer) -> answers.addAll(List.of(question, answer)));
    questions.forEach(
        question ->
            answers.addAll(List.of(question.substring("question ".length()), say(question + how))));
    return answers.toArray(String[]::new);
  }

  private static org.saltwater.testing.Visit.Answer accepted(
      org.saltwater.testing.Visit.Answer answer) {
    if (answer.status() >= 400) {
      throw new AssertionError(answer.toString());
    }
    return answer;
  }

  private static String json(String... pairs) {
    var node = JSON.createObjectNode();
    for (var i = 0; i < pairs.length; i += 2) {
      node.put(pairs[i], pairs[i + 1]);
    }
    return node.toString();
  }
}
