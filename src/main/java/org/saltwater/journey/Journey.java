package org.saltwater.journey;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One client and two therapists on the whole path, from the first question to the change of
/// therapist. Stops at the first surprise, and ends the smoke test in any case, so that nobody who
/// was made for it stays.
public final class Journey {
  private static final String SMOKE_TESTS = "/api/v1/practice/smoke-tests";

  private final Api visitor;
  private final Operator operator;
  private final PrintStream out;
  private final Clock clock;
  private final Steps steps;

  public Journey(URI server, Operator operator, PrintStream out, Clock clock) {
    this.visitor = Api.of(server);
    this.operator = operator;
    this.out = out;
    this.clock = clock;
    this.steps = new Steps(out);
  }

  /// @return 0 if all went as it should, 1 at a surprise
  public int run() {
    out.println("A client and two therapists at " + visitor.server());
    try {
      steps.run("the server is well", this::isWell);
      var signedIn = steps.take("the operator signs in", this::signIn);
      play(signedIn);
      steps.run("the operator signs out", signedIn::signOut);
      out.printf(
          Locale.ROOT,
          "All %d steps went as they should, in %.1f s.%n",
          steps.done(),
          steps.time().toMillis() / 1000.0);
      return 0;
    } catch (Surprise surprise) {
      out.println(
          "Step %d, “%s”: %s.".formatted(steps.done() + 1, steps.current(), surprise.getMessage()));
      return 1;
    }
  }

  private void isWell() {
    var status = visitor.status("GET", "/health", null);
    Surprise.unless(status == 200, "200 from /health", "it answered " + status);
  }

  private Someone signIn() {
    return switch (operator) {
      case Operator.OfDemo() -> {
        Surprise.unless(
            visitor.status("GET", "/api/v1/demo/people", null) == 200,
            "a demo, or a name with --as",
            "this is a real practice: say who you are");
        yield Someone.invented(visitor, "COORDINATOR");
      }
      case Operator.Named named -> {
        var code = named.codeAt(clock.instant()).orElse(null);
        yield Someone.signedIn(visitor, named.email(), named.password(), code);
      }
    };
  }

  private void play(Someone signedIn) {
    var test =
        steps.take(
            "begins a smoke test, with two therapists made for it",
            () -> signedIn.api().post(SMOKE_TESTS, null, Wire.SmokeTest.class));
    @Nullable Surprise first = null;
    try {
      play(test);
    } catch (Surprise surprise) {
      first = surprise;
      throw surprise;
    } finally {
      end(signedIn, test, first);
    }
    steps.run("nobody of it is left", () -> isGone(test));
  }

  private void play(Wire.SmokeTest test) {
    var cast = Cast.of(test, visitor, steps);
    var seeker = new FirstQuestions(visitor, steps).play(cast);
    var booked = new FirstBooking(visitor, steps).play(cast, seeker);
    var conversation = new FirstHour(steps).play(cast, booked);
    new ChangeOfTherapist(steps).play(cast, booked.client(), conversation);
  }

  /// The surprise that came first is the one to tell.
  private void end(Someone signedIn, Wire.SmokeTest test, @Nullable Surprise first) {
    var path = SMOKE_TESTS + "/" + test.id();
    if (first == null) {
      steps.run("the operator ends the smoke test", () -> signedIn.api().delete(path));
      return;
    }
    try {
      signedIn.api().delete(path);
    } catch (Surprise another) {
      out.println("The smoke test could not be ended; the server does so after its time.");
    }
  }

  private void isGone(Wire.SmokeTest test) {
    for (var therapist : test.therapists()) {
      var slots = "/api/v1/therapists/" + therapist.id() + "/slots";
      Surprise.unless(
          visitor.status("GET", slots, null) != 200
              || visitor.get(slots, Wire.Slots.class).slots().isEmpty(),
          "no free hours",
          "some are still offered");
      var sameAgain = new Wire.SignIn(therapist.email(), therapist.password(), null);
      Surprise.unless(
          visitor.status("POST", "/api/v1/sign-ins", sameAgain) == 401,
          "closed accounts",
          "one can still be signed in to");
    }
  }
}
