package org.saltwater.care.web;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.care.CareProblem;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.SchedulingProblem;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// What the pages of booking answer when it does not go straight on.
@Component
class BookingAnswers {
  /// Where someone begins whose questionnaire this browser does not know.
  static final View BEGIN = SeeOther.to("/begin");

  private static final Set<Object> CHOOSE_ANOTHER =
      Set.of(
          SchedulingProblem.SLOT_TAKEN,
          SchedulingProblem.SLOT_NOT_OFFERED,
          SchedulingProblem.CLIENT_BUSY,
          SchedulingProblem.APPOINTMENT_CANCELLED,
          BookingProblem.MODALITY_NOT_OFFERED);

  private final BookingTimes times;
  private final BookingDetails details;
  private final Therapists therapists;

  BookingAnswers(BookingTimes times, BookingDetails details, Therapists therapists) {
    this.times = times;
    this.details = details;
    this.therapists = therapists;
  }

  PageView times(
      ClientId client,
      TherapistId therapist,
      @Nullable SignedIn me,
      BookingTimes.Asked asked,
      String trouble) {
    return PageView.of(
        "care/booking-times",
        times.lay(
            therapists.get(therapist), details.zone(client, therapist, me), asked, null, trouble));
  }

  View refused(
      Refusal refusal,
      ClientId client,
      TherapistId therapist,
      @Nullable SignedIn me,
      @Nullable Modality modality) {
    return CHOOSE_ANOTHER.contains(refusal.type())
        ? anotherTime(client, therapist, me, modality, refusal)
        : elsewhere(refusal);
  }

  /// Not an error page: what happened, and the next free times.
  private PageView anotherTime(
      ClientId client,
      TherapistId therapist,
      @Nullable SignedIn me,
      @Nullable Modality modality,
      Refusal refusal) {
    return times(
            client,
            therapist,
            me,
            new BookingTimes.Asked(null, modality, ""),
            refusal.type().slug())
        .withStatus(refusal.type().status());
  }

  /// What no other time would mend: someone else's therapist, no licence, no place left.
  static View elsewhere(Refusal refusal) {
    if (refusal.type() == BookingProblem.QUESTIONNAIRE_FIRST) {
      return BEGIN;
    }
    if (refusal.type().status() != 409) {
      throw refusal;
    }
    return PageView.of(
            "care/booking-not",
            new BookingNotView(
                refusal.type().slug(), refusal.type() == CareProblem.ALREADY_WITH_THERAPIST))
        .withStatus(409);
  }
}
