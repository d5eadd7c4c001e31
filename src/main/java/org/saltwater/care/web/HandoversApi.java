package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.Handover;
import org.saltwater.care.Handovers;
import org.saltwater.kernel.Cursor;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Summaries for handovers, for programs.
@RestController
@RequestMapping("/api/v1/handovers")
@For(Audience.THERAPIST)
class HandoversApi {
  private final Handovers handovers;

  HandoversApi(Handovers handovers) {
    this.handovers = handovers;
  }

  record Waiting(UUID id, UUID client, Instant madeAt, Instant summaryUntil) {
    static Waiting of(Handover handover) {
      return new Waiting(
          handover.id(), handover.client().value(), handover.madeAt(), handover.summaryUntil());
    }
  }

  /// @param next the cursor of the page after, or null
  record WaitingList(List<Waiting> handovers, @Nullable String next) {}

  record Summary(@Nullable String text) {
    @Override
    public String toString() {
      return "Summary[redacted]";
    }
  }

  /// Those that a summary by the person asking is still welcome for, the soonest to end first.
  ///
  /// @param cursor `next` of the page before
  @GetMapping
  WaitingList list(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "") String cursor) {
    var page =
        Cursor.page(
            handovers.listAwaitingSummary(me.therapist()),
            cursor,
            it -> new Cursor(it.summaryUntil(), it.id()));
    return new WaitingList(page.map(Waiting::of), page.next());
  }

  /// Adds the summary, once.
  @PutMapping("/{id}/summary")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void add(
      @AuthenticationPrincipal SignedIn me, @PathVariable UUID id, @RequestBody Summary summary) {
    var text = summary.text() == null ? "" : summary.text().strip();
    if (text.isEmpty() || text.length() > Handovers.LONGEST_SUMMARY) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("text", "problem.field.Size")));
    }
    handovers.addSummary(id, me.therapist(), text);
  }
}
