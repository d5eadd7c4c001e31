package org.saltwater.care.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.IntakeVisits;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Choosing a time. Open to visitors, who get an account at the very end.
@Controller
@RequestMapping("/book")
@For(Audience.ANYONE)
class BookingPages {
  private final Booking booking;
  private final BookingRules rules;
  private final BookingAnswers answers;
  private final IntakeVisits visits;

  BookingPages(Booking booking, BookingRules rules, BookingAnswers answers, IntakeVisits visits) {
    this.booking = booking;
    this.rules = rules;
    this.answers = answers;
    this.visits = visits;
  }

  @GetMapping("/{therapist}")
  View times(
      @PathVariable UUID therapist,
      @RequestParam(defaultValue = "") String start,
      @RequestParam(defaultValue = "") String modality,
      @RequestParam(defaultValue = "") String from,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request) {
    var client = visits.find(request);
    if (client.isEmpty()) {
      return BookingAnswers.BEGIN;
    }
    var id = new TherapistId(therapist);
    try {
      rules.check(client.get(), id);
    } catch (Refusal refusal) {
      return BookingAnswers.elsewhere(refusal);
    }
    return answers.times(
        client.get(), id, me, new BookingTimes.Asked(instant(start), modality(modality), from), "");
  }

  @PostMapping("/{therapist}")
  View hold(
      @PathVariable UUID therapist,
      @RequestParam(defaultValue = "") String start,
      @RequestParam(defaultValue = "") String modality,
      @AuthenticationPrincipal @Nullable SignedIn me,
      HttpServletRequest request) {
    var client = visits.find(request);
    if (client.isEmpty()) {
      return BookingAnswers.BEGIN;
    }
    var id = new TherapistId(therapist);
    var asked = new BookingTimes.Asked(instant(start), modality(modality), "");
    if (asked.start() == null || asked.modality() == null) {
      return answers.times(client.get(), id, me, asked, "choose-time").withStatus(422);
    }
    try {
      var held = booking.hold(client.get(), id, asked.start(), asked.modality(), Optional.empty());
      return SeeOther.to("/book/hold/" + held.id());
    } catch (Refusal refusal) {
      return answers.refused(refusal, client.get(), id, me, asked.modality());
    }
  }

  static @Nullable Instant instant(String text) {
    try {
      return text.isBlank() ? null : Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static @Nullable Modality modality(String text) {
    try {
      return Modality.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
