package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.Access;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.Lack;
import org.saltwater.care.OnCallReason;
import org.saltwater.intake.AnsweredIntake;
import org.saltwater.intake.IntakeReadings;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Cursor;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.measures.Band;
import org.saltwater.site.Words;
import org.saltwater.vault.Scope;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A therapist's clients for programs. Asking twice for the same changes nothing, so the two POSTs
/// need no key.
@RestController
@RequestMapping("/api/v1/clients")
@For(Audience.THERAPIST)
class ClientsApi {
  private final Access access;
  private final Episodes episodes;
  private final GuestAccess guests;
  private final IntakeReadings intakes;
  private final ClientReading reading;
  private final MessageSource bundles;

  ClientsApi(
      Access access,
      Episodes episodes,
      GuestAccess guests,
      IntakeReadings intakes,
      ClientReading reading,
      MessageSource bundles) {
    this.access = access;
    this.episodes = episodes;
    this.guests = guests;
    this.intakes = intakes;
    this.reading = reading;
    this.bundles = bundles;
  }

  /// @param deputy whether the client has yet to choose, and is only looked after
  record Client(UUID client, UUID episode, Instant since, boolean deputy) {
    static Client of(Episode episode) {
      return new Client(
          episode.client().value(), episode.id(), episode.openedAt(), episode.isDeputy());
    }
  }

  /// @param next the cursor of the page after, or null
  record ClientList(List<Client> clients, @Nullable String next) {}

  record Line(String question, List<String> answers, boolean validated) {
    @Override
    public String toString() {
      return "Line[redacted]";
    }
  }

  record Part(String title, List<Line> lines) {}

  record Questionnaire(
      String version, Instant changedAt, @Nullable Instant completedAt, List<Part> parts) {
    static Questionnaire of(AnsweredIntake intake) {
      return new Questionnaire(
          intake.version(),
          intake.changedAt(),
          intake.completedAt().orElse(null),
          intake.parts().stream()
              .map(
                  part ->
                      new Part(
                          part.title(),
                          part.lines().stream()
                              .map(it -> new Line(it.question(), it.answers(), it.validated()))
                              .toList()))
              .toList());
    }

    @Override
    public String toString() {
      return "Questionnaire[redacted]";
    }
  }

  /// The old conversation, if it is among the parts, is found at
  /// `/api/v1/conversations/handed-over/{client}`.
  ///
  /// @param summary by the therapist before, or null
  /// @param summaryUntil until when they may still write it, or null
  /// @param missing what the client hopes for now
  /// @param words the client's own about it, or empty
  record HandedOver(
      UUID from,
      Instant madeAt,
      List<Scope> parts,
      @Nullable String summary,
      @Nullable Instant summaryUntil,
      List<Lack> missing,
      String words) {
    static HandedOver of(ClientReading.Brought brought) {
      return new HandedOver(
          brought.handover().from().value(),
          brought.handover().madeAt(),
          brought.handover().parts().stream().sorted().toList(),
          brought.summary(),
          brought.summaryUntil(),
          brought.missing().lacks().stream().sorted().toList(),
          brought.missing().words());
    }

    @Override
    public String toString() {
      return "HandedOver[redacted]";
    }
  }

  /// @param band the range it lies in, or null
  record ScoreLine(String instrument, int value, @Nullable String band) {
    @Override
    public String toString() {
      return "ScoreLine[redacted]";
    }
  }

  record ScoreList(List<ScoreLine> scores) {}

  record Met(UUID id, UUID therapist, Instant start, Instant end, Modality modality) {}

  record MetList(List<Met> appointments) {}

  record Glass(@Nullable OnCallReason reason) {}

  record SupervisionOrder(@Nullable UUID supervisor) {}

  /// Whoever came first stands first.
  ///
  /// @param cursor `next` of the page before
  @GetMapping
  ClientList list(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String cursor) {
    var page =
        Cursor.page(
            episodes.listOpenFor(me.therapist()), cursor, it -> new Cursor(it.openedAt(), it.id()));
    return new ClientList(page.map(Client::of), page.next());
  }

  /// The questionnaire in words, through the one door.
  @GetMapping("/{client}/questionnaire")
  @For({Audience.THERAPIST, Audience.SUPERVISOR})
  Questionnaire questionnaire(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID client, Locale locale) {
    var evidence = access.toRead(me, new ClientId(client), Scope.QUESTIONNAIRE);
    return intakes
        .find(evidence, new Words(bundles, locale))
        .map(Questionnaire::of)
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// What the newest change of therapist brought to the person asking.
  @GetMapping("/{client}/handover")
  HandedOver handedOver(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return reading
        .findBrought(me, new ClientId(client))
        .map(HandedOver::of)
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  @GetMapping("/{client}/scores")
  @For({Audience.THERAPIST, Audience.SUPERVISOR})
  ScoreList scores(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return new ScoreList(
        reading.listScores(me, new ClientId(client)).stream()
            .map(
                it ->
                    new ScoreLine(
                        it.instrument(), it.value(), it.band().map(Band::name).orElse(null)))
            .toList());
  }

  /// Those that are over, the newest first.
  @GetMapping("/{client}/appointments")
  MetList appointments(@AuthenticationPrincipal SignedIn me, @PathVariable UUID client) {
    return new MetList(
        reading.listMet(me, new ClientId(client)).stream()
            .map(
                it ->
                    new Met(
                        it.id().value(),
                        it.therapist().value(),
                        it.start(),
                        it.end(),
                        it.modality()))
            .toList());
  }

  /// Someone on call opens a record for an hour; the client is told.
  @PostMapping("/{client}/on-call")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void breakGlass(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID client, @RequestBody Glass glass) {
    if (glass.reason() == null) {
      throw missing("reason");
    }
    guests.breakGlass(me, new ClientId(client), glass.reason());
  }

  /// Asks the client whether a supervisor may look.
  @PostMapping("/{client}/supervision")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void askForSupervision(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID client,
      @RequestBody SupervisionOrder order) {
    if (order.supervisor() == null) {
      throw missing("supervisor");
    }
    guests.askForSupervision(
        me.therapist(), new ClientId(client), new PersonId(order.supervisor()));
  }

  private static Refusal missing(String field) {
    return new Refusal(
        GeneralProblem.INVALID, List.of(new FieldProblem(field, "problem.field.NotNull")));
  }
}
