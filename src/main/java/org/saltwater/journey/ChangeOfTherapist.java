package org.saltwater.journey;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/// The client changes to the second therapist, who reads what was chosen and nothing else; the
/// first reads nothing any more.
record ChangeOfTherapist(Steps steps) {
  /// Within this a closed edge closes everything, open lines included.
  private static final Duration AT_MOST = Duration.ofSeconds(5);

  void play(Cast cast, Someone client, UUID conversation) {
    var record = "/api/v1/clients/" + client.id() + "/questionnaire";
    var messages = "/api/v1/conversations/" + conversation + "/messages";
    steps.run(
        "the first therapist may read the questionnaire",
        () -> mayRead(cast.first(), record, "it was refused"));
    var change = "/api/v1/therapist-changes/" + begin(client);
    var to = choose(client, change, cast);
    try (var line = Live.open(cast.first().api(), conversation, Long.MAX_VALUE - 1)) {
      steps.run(
          "changes, with the first hour booked",
          () -> client.api().post(change + "/completion", to, Wire.Completed.class));
      steps.run("the first one’s open line ends within 5 s", () -> ends(line));
    }
    steps.run(
        "and they can read nothing any more",
        () -> {
          isRefused(cast.first(), record);
          isRefused(cast.first(), messages);
        });
    steps.run(
        "the second reads the questionnaire, which was chosen",
        () -> mayRead(cast.second(), record, "it was refused"));
    steps.run("and not the messages, which were not", () -> isRefused(cast.second(), messages));
    steps.run("the client sees who has read", () -> seesReaders(client, cast));
  }

  private UUID begin(Someone client) {
    return steps
        .take(
            "the client begins a change of therapist",
            () -> client.api().post("/api/v1/therapist-changes", null, Wire.Change.class))
        .id();
  }

  private Wire.Completion choose(Someone client, String change, Cast cast) {
    steps.run(
        "chooses what travels: questionnaire and appointments, no messages",
        () ->
            client
                .api()
                .put(
                    change + "/travels",
                    new Wire.Travels(List.of("QUESTIONNAIRE", "APPOINTMENTS"))));
    var fitting =
        steps.take(
            "is shown others who fit",
            () -> client.api().get(change + "/matches", Wire.ChangeMatches.class).matches());
    Surprise.unless(
        fitting.stream().noneMatch(it -> it.therapist().equals(cast.first().id())),
        "the first therapist left out",
        "they are among them");
    return fitting.stream()
        .filter(it -> it.therapist().equals(cast.second().id()))
        .findFirst()
        .map(it -> new Wire.Completion(it.therapist(), it.soonest(), "TEXT"))
        .orElseThrow(() -> new Surprise("the second therapist among them", "they are not"));
  }

  private static void ends(Live line) {
    Surprise.unless(line.isClosedWithin(AT_MOST), "the line to end", "it is still open");
  }

  private static void mayRead(Someone therapist, String path, String otherwise) {
    Surprise.unless(therapist.api().status("GET", path, null) == 200, "leave to read", otherwise);
  }

  /// 403, or 404 where even that there is something is not told.
  private static void isRefused(Someone therapist, String path) {
    Surprise.unlessWithin(
        AT_MOST,
        () -> List.of(403, 404).contains(therapist.api().status("GET", path, null)),
        "a refusal of " + path,
        "another answer came");
  }

  private static void seesReaders(Someone client, Cast cast) {
    var reads = client.api().get("/api/v1/record/reads", Wire.Reads.class).reads();
    for (var therapist : List.of(cast.first(), cast.second())) {
      Surprise.unless(
          reads.stream()
              .anyMatch(it -> it.action().equals("READ") && therapist.id().equals(it.person())),
          "a line about each therapist who read",
          "one is missing");
    }
  }
}
