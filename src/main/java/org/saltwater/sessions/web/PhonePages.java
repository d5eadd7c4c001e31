package org.saltwater.sessions.web;

import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.Rooms;
import org.saltwater.sessions.phone.PhoneCalls;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The hour by phone. A client needs no script for it, only a telephone.
@Controller
@RequestMapping("/sessions/{appointment}/phone")
class PhonePages {
  private final PhoneCalls calls;
  private final Rooms rooms;
  private final RoomViews views;

  PhonePages(PhoneCalls calls, Rooms rooms, RoomViews views) {
    this.calls = calls;
    this.rooms = rooms;
    this.views = views;
  }

  @PostMapping("/call")
  @For(Audience.THERAPIST)
  RedirectView call(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    calls.call(me, new AppointmentId(appointment));
    return SeeOther.to("/sessions/" + appointment);
  }

  @PostMapping("/own")
  @For(Audience.THERAPIST)
  Object callOwn(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam String number) {
    var id = new AppointmentId(appointment);
    try {
      calls.callOwn(me, id, new Redacted<>(number));
      return SeeOther.to("/sessions/" + appointment);
    } catch (Refusal refusal) {
      if (refusal.type() == GeneralProblem.INVALID) {
        return views.ownPhone(rooms.enter(me, id), number, FormErrors.of(refusal)).withStatus(422);
      }
      throw refusal;
    }
  }

  /// Shown in answer to the form itself, on a page beside the room, and only while the line is
  // away.
  @PostMapping("/number")
  @For(Audience.THERAPIST)
  PageView number(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    var id = new AppointmentId(appointment);
    var number = rooms.showNumber(me, id);
    return PageView.of(
        "sessions/call-back", new CallBackView(id, rooms.enter(me, id).otherName(), number));
  }

  @PostMapping("/hang-up")
  @For({Audience.CLIENT, Audience.THERAPIST})
  RedirectView hangUp(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    calls.hangUp(me, new AppointmentId(appointment));
    return SeeOther.to("/sessions/" + appointment);
  }

  /// Shown in answer to the form itself and never again: only a hash of the PIN is kept.
  @PostMapping("/pin")
  @For(Audience.CLIENT)
  PageView callIn(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    var id = new AppointmentId(appointment);
    var dialIn = calls.callIn(me, id);
    return views.page(rooms.enter(me, id), dialIn);
  }
}
