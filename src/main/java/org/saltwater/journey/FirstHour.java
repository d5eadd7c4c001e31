package org.saltwater.journey;

import java.util.Map;
import java.util.UUID;

/// The two meet by text, say how it was, and write to each other afterwards.
record FirstHour(Steps steps) {
  private static final String CALL_BACK = "+44 20 7946 0123";
  private static final String HELLO = "Hello from the journey.";
  private static final String ANSWER = "Good to read you.";

  /// @return their conversation
  UUID play(Cast cast, FirstBooking.Booked booked) {
    var client = booked.client().api();
    var therapist = cast.first().api();
    var session = "/api/v1/sessions/" + booked.appointment();
    steps.run(
        "comes into the waiting room",
        () -> client.post(session + "/join", new Wire.Arrival("At home", CALL_BACK)));
    steps.run("the therapist looks in, and sees where they are", () -> lookIn(therapist, session));
    var conversation = steps.take("and lets them in", () -> admit(therapist, session));
    try (var here = Live.open(client, conversation, 0);
        var there = Live.open(therapist, conversation, 0)) {
      steps.run("they write to each other, live", () -> talk(here, there));
    }
    steps.run("the therapist ends the hour", () -> end(therapist, client, session));
    steps.run(
        "the client says how it was",
        () ->
            client.put(
                session + "/check-in",
                new Wire.CheckIn(Map.of("FELT_HEARD", 4, "SAFE_TO_FEEL", 3), "")));
    steps.run(
        "writes between hours; sent twice, kept once", () -> writeLater(client, conversation));
    steps.run("the therapist sees that something waits", () -> seeUnread(therapist, conversation));
    return conversation;
  }

  private static void lookIn(Api therapist, String session) {
    var seen = therapist.post(session + "/look-in", null, Wire.LookIn.class);
    Surprise.unless(
        CALL_BACK.equals(seen.callBack()), "how to call the client back", "it is not told");
  }

  private static UUID admit(Api therapist, String session) {
    var begun = therapist.post(session + "/admit", null, Wire.Session.class);
    var conversation = begun.conversation();
    if (conversation == null) {
      throw new Surprise("a conversation of the two", "there is none");
    }
    return conversation;
  }

  private static void talk(Live here, Live there) {
    here.type();
    there.awaitTyping();
    var key = UUID.randomUUID();
    var number = here.send(key, HELLO);
    Surprise.unless(there.awaitMessage(HELLO) == number, "the same number", "another came");
    there.haveRead(number);
    here.awaitReadUpTo(number);
    Surprise.unless(here.send(key, HELLO) == number, "the number of the first try", "another came");
    var answer = there.send(UUID.randomUUID(), ANSWER);
    Surprise.unless(answer == number + 1, "the next number", "it was " + answer);
    Surprise.unless(here.awaitMessage(ANSWER) == answer, "the same number", "another came");
  }

  private static void end(Api therapist, Api client, String session) {
    therapist.post(session + "/end", null);
    var state = client.get(session, Wire.Session.class).state();
    Surprise.unless(state.equals("ENDED"), "an hour that has ended", "it is " + state);
  }

  private static void writeLater(Api client, UUID conversation) {
    var once = client.once();
    var path = "/api/v1/conversations/" + conversation + "/messages";
    var message = new Wire.Message("Until next time.");
    var first = once.post(path, message, Wire.Receipt.class).number();
    var second = once.post(path, message, Wire.Receipt.class).number();
    Surprise.unless(first == second, "one message", "it was stored twice");
  }

  private static void seeUnread(Api therapist, UUID conversation) {
    var unread =
        therapist.get("/api/v1/conversations/" + conversation, Wire.Conversation.class).unread();
    Surprise.unless(unread == 1, "one unread message", "there are " + unread);
  }
}
