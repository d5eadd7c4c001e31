package org.saltwater.care.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.care.Edge;
import org.saltwater.care.EdgeKind;
import org.saltwater.care.EdgeState;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.Handovers;
import org.saltwater.intake.FiguresConsent;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The client's own record for programs: who may read in it, and who has.
@RestController
@RequestMapping("/api/v1/record")
@For(Audience.CLIENT)
class RecordApi {
  private final RecordLines lines;
  private final GuestAccess guests;
  private final Handovers handovers;
  private final FiguresConsent figures;

  RecordApi(RecordLines lines, GuestAccess guests, Handovers handovers, FiguresConsent figures) {
    this.figures = figures;
    this.lines = lines;
    this.guests = guests;
    this.handovers = handovers;
  }

  /// @param what a stable code, such as `record.questionnaire`
  /// @param reason a stable code, such as `edge.treating`
  record Read(Instant at, AuditAction action, @Nullable UUID person, String what, String reason) {}

  /// @param next the cursor of the older ones, or null at the end
  record Reads(List<Read> reads, @Nullable String next) {}

  /// @param reason a stable code
  record Reader(
      UUID id,
      UUID person,
      EdgeKind kind,
      EdgeState state,
      String reason,
      Instant since,
      @Nullable Instant until) {
    static Reader of(Edge edge) {
      return new Reader(
          edge.id(),
          edge.reader().value(),
          edge.kind(),
          edge.state(),
          edge.reason(),
          edge.openedAt(),
          edge.endsAt().orElse(null));
    }
  }

  record Readers(List<Reader> readers) {}

  /// @param summary what the therapist before wrote, or null
  record Handed(
      UUID change,
      UUID from,
      UUID to,
      List<Scope> parts,
      Instant madeAt,
      Instant summaryUntil,
      @Nullable String summary) {
    @Override
    public String toString() {
      return "Handed[redacted]";
    }
  }

  record HandedList(List<Handed> handovers) {}

  /// @param agreed whether the client is counted in the practice's figures
  record Figures(@NotNull Boolean agreed) {}

  /// @param state `OPEN` to agree, `DECLINED` to say no, `CLOSED` to take a yes back
  record Answer(@Nullable EdgeState state) {}

  @GetMapping("/reads")
  Reads reads(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable String cursor) {
    var page = lines.page(me.client(), cursor);
    return new Reads(
        page.records().stream()
            .map(
                it ->
                    new Read(
                        it.at(),
                        it.entry().action(),
                        value(it.entry().actor()),
                        it.entry().thing(),
                        it.entry().reason()))
            .toList(),
        page.next().orElse(null));
  }

  /// What travelled with each change of therapist, the newest first.
  @GetMapping("/handovers")
  HandedList handovers(@AuthenticationPrincipal SignedIn me) {
    return new HandedList(
        handovers.listFor(me.client()).stream()
            .map(
                it ->
                    new Handed(
                        it.change(),
                        it.from().value(),
                        it.to().value(),
                        it.parts().stream().sorted().toList(),
                        it.madeAt(),
                        it.summaryUntil(),
                        handovers.findSummary(Evidence.own(me.client()), it).orElse(null)))
            .toList());
  }

  @GetMapping("/readers")
  Readers readers(@AuthenticationPrincipal SignedIn me) {
    return new Readers(guests.listCurrent(me.client()).stream().map(Reader::of).toList());
  }

  @PutMapping("/readers/{edge}")
  Readers answer(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID edge, @RequestBody Answer answer) {
    switch (answer.state()) {
      case OPEN -> guests.agree(me.client(), edge);
      case DECLINED -> guests.decline(me.client(), edge);
      case CLOSED -> guests.withdraw(me.client(), edge);
      case ASKED -> throw new Refusal(GeneralProblem.INVALID);
      case null -> throw new Refusal(GeneralProblem.INVALID);
    }
    return readers(me);
  }

  @GetMapping("/figures")
  Figures figures(@AuthenticationPrincipal SignedIn me) {
    return new Figures(figures.find(me.client()).orElse(false));
  }

  @PutMapping("/figures")
  Figures sayOfFigures(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid Figures order) {
    figures.say(me.client(), order.agreed());
    return figures(me);
  }

  private static @Nullable UUID value(@Nullable PersonId person) {
    return person == null ? null : person.value();
  }
}
