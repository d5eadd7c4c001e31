package org.saltwater.canary;

import java.time.Instant;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.live.Line;
import org.saltwater.testing.TestClock;

/// The half of the [Story] that is told through the API and the socket.
record StoryByProgram(Story story) {
  void visitor() {
    var visitor = story.visitor();
    var begun = visitor.json("POST", "/api/v1/intakes", "");
    var path = "/api/v1/intakes/" + begun.get("intake").asString();
    var token = begun.get("token").asString();
    var api = new Teller(story.port, story.found, story.heard, "Intake-Token", token);
    var group = "about-you";
    while (group != null) {
      var answers = Story.JSON.createObjectNode();
      var pairs = story.answers(" by program");
      for (var i = 0; i < pairs.length; i += 2) {
        answers.putArray(pairs[i]).add(pairs[i + 1]);
      }
      var body = Story.JSON.createObjectNode().put("group", group);
      body.set("answers", answers);
      var saved = api.json("PUT", path + "/answers", body.toString());
      group = saved.hasNonNull("next") ? saved.get("next").asString() : null;
    }
    story.told.add("PUT /api/v1/intakes/{intake}/answers answers.*");
    story.heard.add("PUT /api/v1/intakes/{intake}/answers answers.*");
    api.get(path);
    api.json(
        "PUT",
        path + "/contact",
        Story.json("howToReach", story.say("PUT /api/v1/intakes/{intake}/contact howToReach")));
    api.json("POST", path + "/completion", "");
    api.json(
        "POST",
        "/api/v1/waitlist",
        Story.json("email", story.say("POST /api/v1/waitlist email") + "@example.org"));
    story.reach();
  }

  void hour(ClientId noor, AppointmentId hour) {
    var client = story.as(noor.person());
    var therapist = story.as(story.amara.person());
    var room = "/api/v1/sessions/" + hour;
    story.practice.get(TestClock.class).set(Instant.parse("2026-11-23T10:55:00Z"));
    comeAlong(client, room);
    var join = "POST /api/v1/sessions/{appointment}/join ";
    client.json(
        "POST",
        room + "/join",
        Story.json(
            "location",
            story.say(join + "location"),
            "callBack",
            story.say(join + "callBack") + " 0151 2345678"));
    therapist.json("POST", room + "/look-in", "");
    therapist.json("POST", room + "/admit", "");
    var talk = story.talk(noor);
    client.json(
        "POST",
        "/api/v1/conversations/" + talk + "/messages",
        Story.json("text", story.say("POST /api/v1/conversations/{conversation}/messages text")),
        "Idempotency-Key",
        UUID.randomUUID().toString());
    var token = story.practice.bearer(noor.person()).substring("Bearer ".length());
    var line =
        Line.open(
                story.port,
                story.practice.get(Conversations.class).get(story.talkId(noor)).id(),
                token,
                0)
            .join();
    line.send(UUID.randomUUID(), story.say("socket Send text"));
    line.hear("stored");
    line.say(
        "{\"type\":\"send\",\"key\":7,\"text\":\"" + Canary.SECRET.in("a frame gone wrong") + "\"");
    line.drop();
    therapist.get("/api/v1/conversations/" + talk + "/messages");
    story.practice.get(TestClock.class).set(Instant.parse("2026-11-23T11:50:00Z"));
    client.json("POST", room + "/end", "");
    client.json(
        "PUT",
        room + "/check-in",
        "{\"ratings\":{},\"feltWrong\":\"%s\"}"
            .formatted(story.say("PUT /api/v1/sessions/{appointment}/check-in feltWrong")));
    client.get(room + "/check-in");
  }

  private void comeAlong(Teller client, String room) {
    var asked =
        client.json(
            "POST",
            room + "/company",
            Story.json("name", story.say("POST /api/v1/sessions/{appointment}/company name")));
    var link = Story.linkIn(asked.get("link").asString()).replace("/along/link/", "");
    var followed = story.visitor().json("POST", "/api/v1/along", Story.json("link", link));
    new Teller(
            story.port, story.found, story.heard, "Company-Token", followed.get("token").asString())
        .json(
            "POST",
            "/api/v1/along/" + followed.get("companion").asString() + "/yes",
            Story.json("name", story.say("POST /api/v1/along/{companion}/yes name")));
  }

  void change(ClientId noor) {
    var client = story.as(noor.person());
    client.json(
        "PUT",
        "/api/v1/progress/goals/" + UUID.randomUUID(),
        Story.json("words", story.say("PUT /api/v1/progress/goals/{goal} words")));
    client.get("/api/v1/progress");
    client.json(
        "PUT", "/api/v1/agenda", Story.json("words", story.say("PUT /api/v1/agenda words")));
    client.get("/api/v1/agenda");
    var entry =
        client.json(
            "POST",
            "/api/v1/journal",
            Story.json("words", story.say("POST /api/v1/journal words")),
            "Idempotency-Key",
            UUID.randomUUID().toString());
    var kept = "/api/v1/journal/" + entry.get("id").asString();
    client.json("PUT", kept, Story.json("words", story.say("PUT /api/v1/journal/{entry} words")));
    client.json("PUT", kept + "/brought", "");
    client.get("/api/v1/journal");
    client.json(
        "PUT",
        "/api/v1/moments/" + UUID.randomUUID(),
        "{\"at\":\"2026-11-20T08:00:00Z\",\"who\":\"CLIENT\",\"setting\":\"ALONE\",\"words\":\"%s\"}"
            .formatted(story.say("PUT /api/v1/moments/{moment} words")));
    client.get("/api/v1/moments");
    var amara = story.as(story.amara.person());
    amara.json(
        "PUT",
        "/api/v1/clients/" + noor + "/reviews/" + UUID.randomUUID(),
        "{\"looked\":[\"SUPPORT\"],\"note\":\"%s\"}"
            .formatted(story.say("PUT /api/v1/clients/{client}/reviews/{review} note")));
    amara.get("/api/v1/clients/" + noor + "/reviews");
    practise(noor);
    var path = "/api/v1/therapist-changes";
    var id = client.json("POST", path, "").get("id").asString();
    client.json("PUT", path + "/" + id + "/travels", "{\"parts\":[\"SUMMARY\"]}");
    client.json(
        "PUT",
        path + "/" + id + "/missing",
        Story.json("words", story.say("PUT /api/v1/therapist-changes/{id}/missing words")));
    client.get(path + "/" + id + "/missing");
    story.complete(noor, "2026-11-25T12:00:00Z");
    var therapist = story.as(story.amara.person());
    therapist.json(
        "PUT",
        "/api/v1/handovers/" + Story.handover(therapist) + "/summary",
        Story.json("text", story.say("PUT /api/v1/handovers/{id}/summary text")));
  }

  private void practise(ClientId noor) {
    var client = story.as(noor.person());
    var therapist = story.as(story.amara.person());
    var route = "PUT /api/v1/clients/{client}/ladder/steps/{step} ";
    therapist.json(
        "PUT",
        "/api/v1/clients/" + noor + "/ladder/steps/" + UUID.randomUUID(),
        step(route, "https://example.org/"));
    client.json("PUT", "/api/v1/ladder", "{\"onlyInSession\":false}");
    var id = UUID.randomUUID();
    client.json(
        "PUT",
        "/api/v1/ladder/steps/" + id,
        step("PUT /api/v1/ladder/steps/{step} ", "https://example.org/"));
    var time = UUID.randomUUID();
    client.json(
        "PUT",
        "/api/v1/ladder/steps/" + id + "/times/" + time,
        "{\"start\":\"2026-11-25T18:00:00Z\",\"minutes\":30}");
    var begin = "POST /api/v1/ladder/times/{time}/begin ";
    client.json(
        "POST",
        "/api/v1/ladder/times/" + time + "/begin",
        "{\"place\":\"%s\",\"company\":\"%s\",\"stop\":\"%s\"}"
            .formatted(
                story.say(begin + "place"),
                story.say(begin + "company"),
                story.say(begin + "stop")));
    client.json("POST", "/api/v1/ladder/times/" + time + "/end", "");
    client.json(
        "PUT",
        "/api/v1/ladder/times/" + time + "/note",
        Story.json("words", story.say("PUT /api/v1/ladder/times/{time}/note words")));
    client.json(
        "PUT",
        "/api/v1/ladder/trusted-links/" + UUID.randomUUID(),
        "{\"name\":\"%s\",\"email\":\"sam@example.org\"}".formatted("Noor"));
    client.get("/api/v1/ladder");
    client.json("PUT", "/api/v1/ladder/sharing", "{\"shared\":\"COURSE\"}");
    therapist.get("/api/v1/clients/" + noor + "/ladder");
  }

  private String step(String route, String site) {
    return "{\"stage\":\"ALONE\",\"title\":\"%s\",\"prompt\":{\"kind\":\"MUSIC\",\"words\":\"%s\",\"link\":\"%s\"}}"
        .formatted(
            story.say(route + "title"),
            story.say(route + "prompt.words"),
            site + story.say(route + "prompt.link"));
  }
}
