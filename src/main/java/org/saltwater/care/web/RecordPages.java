package org.saltwater.care.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.Edge;
import org.saltwater.care.EdgeKind;
import org.saltwater.care.EdgeState;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.Handover;
import org.saltwater.care.Handovers;
import org.saltwater.intake.FiguresConsent;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.site.Words;
import org.saltwater.vault.Evidence;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The client's own record.
@Controller
@For(Audience.CLIENT)
class RecordPages {
  private final RecordLines lines;
  private final GuestAccess guests;
  private final Handovers handovers;
  private final FiguresConsent figures;
  private final MessageSource bundles;
  private final Clock clock;

  RecordPages(
      RecordLines lines,
      GuestAccess guests,
      Handovers handovers,
      FiguresConsent figures,
      MessageSource bundles,
      Clock clock) {
    this.lines = lines;
    this.guests = guests;
    this.handovers = handovers;
    this.figures = figures;
    this.bundles = bundles;
    this.clock = clock;
  }

  @GetMapping("/record")
  PageView record(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(required = false) @Nullable String before,
      java.util.Locale locale) {
    var words = new Words(bundles, locale);
    var client = me.client();
    var current = guests.listCurrent(client);
    var page = lines.page(client, before);
    return PageView.of(
        "care/record",
        new RecordView(
            readers(current, EdgeState.OPEN, words),
            readers(current, EdgeState.ASKED, words),
            handovers.listFor(client).stream().map(it -> handed(it, words)).toList(),
            figures.find(client).orElse(null),
            lines.told(client, page, words, me.zone()),
            page.next().map(next -> "/record?before=" + next).orElse(null),
            before == null));
  }

  @PostMapping("/record/supervision/{edge}/agree")
  View agree(@AuthenticationPrincipal SignedIn me, @PathVariable UUID edge) {
    guests.agree(me.client(), edge);
    return SeeOther.to("/record");
  }

  @PostMapping("/record/supervision/{edge}/decline")
  View decline(@AuthenticationPrincipal SignedIn me, @PathVariable UUID edge) {
    guests.decline(me.client(), edge);
    return SeeOther.to("/record");
  }

  @PostMapping("/record/supervision/{edge}/end")
  View end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID edge) {
    guests.withdraw(me.client(), edge);
    return SeeOther.to("/record");
  }

  @PostMapping("/record/figures")
  View figures(@AuthenticationPrincipal SignedIn me, @RequestParam boolean agreed) {
    figures.say(me.client(), agreed);
    return SeeOther.to("/record#figures");
  }

  private List<RecordView.Reader> readers(List<Edge> edges, EdgeState state, Words words) {
    return edges.stream()
        .filter(edge -> edge.state() == state)
        .map(
            edge ->
                new RecordView.Reader(
                    edge.id(),
                    lines.name(edge.reader(), words),
                    words.say("care.kind." + edge.kind().name().toLowerCase(java.util.Locale.ROOT)),
                    edge.kind() == EdgeKind.ON_CALL ? words.say("care.why." + edge.reason()) : "",
                    edge.openedAt(),
                    edge.endsAt(),
                    edge.kind() == EdgeKind.SUPERVISION))
        .toList();
  }

  private RecordView.Handed handed(Handover handover, Words words) {
    return new RecordView.Handed(
        lines.name(handover.from().person(), words),
        lines.name(handover.to().person(), words),
        handover.madeAt(),
        handover.parts().stream()
            .sorted()
            .map(part -> words.say("care.thing.record." + part.code()))
            .toList(),
        handovers.findSummary(Evidence.own(handover.client()), handover).orElse(null),
        handover.awaitsSummary(clock.instant()) ? handover.summaryUntil() : null);
  }
}
