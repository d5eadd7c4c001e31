package org.saltwater.journey;

import java.util.UUID;

/// The visitor holds the hour, makes an account with it, and signs in.
record FirstBooking(Api visitor, Steps steps) {

  /// @param appointment with the first therapist
  record Booked(UUID appointment, Someone client) {}

  Booked play(Cast cast, FirstQuestions.Seeker seeker) {
    var therapist = cast.first().id();
    var wanted = new Wire.Hold(therapist, cast.hour(), "TEXT");
    steps.run("finds the hour among the free ones", () -> find(seeker.api(), wanted));
    var once = seeker.api().once();
    var held =
        steps.take(
            "holds it",
            () -> once.post("/api/v1/appointments", wanted, Wire.Appointment.class).id());
    steps.run(
        "asks once more, and holds the same",
        () -> {
          var again = once.post("/api/v1/appointments", wanted, Wire.Appointment.class);
          Surprise.unless(again.id().equals(held), "the same appointment", "another came");
        });
    var account = account(cast);
    steps.run("makes an account and books", () -> confirm(seeker.api(), held, account));
    var client =
        steps.take(
            "signs in", () -> Someone.signedIn(visitor, account.email(), account.password(), null));
    Surprise.unless(
        client.id().equals(seeker.client()),
        "the account to be of whoever answered",
        "it is another's");
    return new Booked(held, client);
  }

  private static void find(Api anyone, Wire.Hold wanted) {
    var path = "/api/v1/therapists/" + wanted.therapist() + "/slots";
    Surprise.unless(
        anyone.get(path, Wire.Slots.class).slots().stream()
            .anyMatch(slot -> slot.start().equals(wanted.start())),
        "the hour among the free ones",
        "it is not");
  }

  private static void confirm(Api mine, UUID held, Wire.Account account) {
    var path = "/api/v1/appointments/" + held + "/confirmation";
    var state = mine.post(path, account, Wire.Appointment.class).state();
    Surprise.unless(state.equals("BOOKED"), "a booked appointment", "it is " + state);
  }

  /// At an address to which no mail can go (RFC 2606 §2), of the same smoke test.
  private static Wire.Account account(Cast cast) {
    return new Wire.Account(
        "Smoke test, client",
        "client." + cast.test().id() + "@smoke-test.invalid",
        UUID.randomUUID() + "-" + UUID.randomUUID(),
        "UTC");
  }
}
