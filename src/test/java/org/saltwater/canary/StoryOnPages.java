package org.saltwater.canary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.testing.TestClock;

/// The half of the [Story] that is told on pages.
record StoryOnPages(Story story) {
  void visitor() {
    var visitor = story.visitor();
    var where = Story.accepted(visitor.form("/begin")).location();
    while (where.startsWith("/begin/") && !where.endsWith("/done")) {
      if (where.startsWith("/begin/pause")) {
        Story.accepted(
            visitor.form(
                where.replaceFirst("\\?.*", ""),
                "next",
                where.replaceFirst(".*=", ""),
                "reach",
                story.say("POST /begin/pause ?reach")));
        where = "/begin/" + where.replaceFirst(".*=", "");
      } else {
        where = Story.accepted(visitor.form(where, story.answers(""))).location();
      }
    }
    visitor.get("/begin/done");
    Story.accepted(visitor.form("/begin/done"));
    for (var number = 1; number <= 40; number++) {
      visitor.get("/begin/" + number);
    }
    Story.accepted(
        visitor.form(
            "/matches/wait", "email", story.say("POST /matches/wait ?email") + "@example.org"));
    story.reach();
  }

  void hour(ClientId mira, AppointmentId hour) {
    var client = story.as(mira.person());
    var therapist = story.as(story.amara.person());
    var room = "/sessions/" + hour;
    story.practice.get(TestClock.class).set(Instant.parse("2026-11-23T08:55:00Z"));
    comeAlong(client, room);
    var arrive = "POST /sessions/{appointment}/arrive ?";
    Story.accepted(
        client.form(
            room + "/arrive",
            "location",
            story.say(arrive + "location"),
            "callBack",
            story.say(arrive + "callBack") + " 0151 2345678"));
    therapist.get(room);
    Story.accepted(therapist.form(room + "/admit"));
    Story.accepted(
        client.form(
            room + "/messages",
            "key",
            UUID.randomUUID().toString(),
            "text",
            story.say("POST /sessions/{appointment}/messages ?text")));
    var talk = story.talk(mira);
    Story.accepted(
        therapist.form(
            "/messages/" + talk,
            "key",
            UUID.randomUUID().toString(),
            "text",
            story.say("POST /messages/{conversation} ?text")));
    client.get("/messages/" + talk);
    story.practice.get(TestClock.class).set(Instant.parse("2026-11-23T09:50:00Z"));
    Story.accepted(therapist.form(room + "/end"));
    Story.accepted(
        client.form(
            room + "/check-in",
            "feltWrong",
            story.say("POST /sessions/{appointment}/check-in ?*")));
    client.get(room + "/check-in");
  }

  private void comeAlong(Teller client, String room) {
    var asked =
        client.form(
            room + "/company",
            "key",
            UUID.randomUUID().toString(),
            "name",
            story.say("POST /sessions/{appointment}/company ?name"));
    Story.accepted(asked);
    var along = story.visitor();
    var hour = along.form(Story.linkIn(asked.body())).location();
    Story.accepted(
        along.form(hour + "/yes", "name", story.say("POST /along/{companion}/yes ?name")));
    along.get(hour);
  }

  void change(ClientId mira) {
    var client = story.as(mira.person());
    Story.accepted(
        client.form(
            "/progress/goals",
            "id",
            UUID.randomUUID().toString(),
            "words",
            story.say("POST /progress/goals ?words")));
    client.get("/progress");
    Story.accepted(client.form("/agenda", "words", story.say("POST /agenda ?words")));
    client.get("/agenda");
    Story.accepted(
        client.form(
            "/journal",
            "key",
            UUID.randomUUID().toString(),
            "words",
            story.say("POST /journal ?words")));
    client.get("/journal");
    var entry = "/journal/" + story.newestEntry(mira);
    Story.accepted(client.form(entry, "words", story.say("POST /journal/{entry} ?words")));
    client.get(entry);
    Story.accepted(client.form(entry + "/bring"));
    client.get("/agenda");
    var moment = UUID.randomUUID().toString();
    var first = List.of("at", "2026-11-20T08:00", "who", "CLIENT", "setting", "ALONE");
    Story.accepted(client.form("/moments/new", with(first, "id", moment)));
    Story.accepted(
        client.form(
            "/moments/" + moment + "/more",
            with(first, "words", story.say("POST /moments/{moment}/more ?*"))));
    client.get("/moments/" + moment);
    var amara = story.as(story.amara.person());
    Story.accepted(
        amara.form(
            "/clients/" + mira + "/reviews",
            "id",
            UUID.randomUUID().toString(),
            "looked",
            "alliance",
            "note",
            story.say("POST /clients/{client}/reviews ?note")));
    amara.get("/clients/" + mira + "/progress");
    practise(mira);
    Story.accepted(client.form("/change-therapist", "part", "SUMMARY"));
    Story.accepted(
        client.form(
            "/change-therapist/missing",
            "words",
            story.say("POST /change-therapist/missing ?words")));
    client.get("/change-therapist/missing");
    story.complete(mira, "2026-11-25T09:00:00Z");
    var therapist = story.as(story.amara.person());
    Story.accepted(
        therapist.form(
            "/handovers/" + Story.handover(therapist),
            "summary",
            story.say("POST /handovers/{id} ?summary")));
  }

  /// Small steps, from the first to what came, and someone trusted.
  private void practise(ClientId mira) {
    var client = story.as(mira.person());
    var step = UUID.randomUUID().toString();
    var time = UUID.randomUUID().toString();
    var therapist = story.as(story.amara.person());
    Story.accepted(
        therapist.form(
            "/clients/" + mira + "/ladder",
            "stage",
            "SESSION",
            "kind",
            "MEMORY",
            "title",
            story.say("POST /clients/{client}/ladder ?*")));
    Story.accepted(client.form("/ladder/safety", "with", "ANYONE"));
    Story.accepted(
        client.form(
            "/ladder/steps",
            "id",
            step,
            "stage",
            "ALONE",
            "kind",
            "MEMORY",
            "title",
            "Small",
            "words",
            story.say("POST /ladder/steps ?*")));
    client.get("/ladder/steps/" + step);
    Story.accepted(
        client.form(
            "/ladder/steps/" + step + "/edit",
            "stage",
            "ALONE",
            "kind",
            "MEMORY",
            "title",
            story.say("POST /ladder/steps/{step}/edit ?*")));
    Story.accepted(
        client.form(
            "/ladder/steps/" + step + "/times",
            "id",
            time,
            "date",
            "2026-11-24",
            "time",
            "19:00",
            "minutes",
            "30"));
    Story.accepted(
        client.form(
            "/ladder/times/" + time + "/begin",
            "company",
            story.say("POST /ladder/times/{time}/begin ?*")));
    client.get("/ladder/times/" + time + "/now");
    Story.accepted(client.form("/ladder/times/" + time + "/end"));
    Story.accepted(
        client.form(
            "/ladder/times/" + time + "/after",
            "tears",
            "yes",
            "words",
            story.say("POST /ladder/times/{time}/after ?*")));
    client.get("/ladder/steps/" + step);
    Story.accepted(client.form("/ladder/trusted", "name", "Mira", "email", "sam@example.org"));
    Story.accepted(client.form("/ladder/share", "shared", "COURSE"));
    therapist.get("/clients/" + mira + "/ladder");
  }

  private static String[] with(List<String> fields, String name, String value) {
    return Stream.concat(fields.stream(), Stream.of(name, value)).toArray(String[]::new);
  }
}
