package org.saltwater.sessions.web;

import java.util.UUID;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Rooms;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/// The room: waiting, talking, the end. Each step is a form that works without a script.
@Controller
@RequestMapping("/sessions/{appointment}")
class SessionPages {
  private final Rooms rooms;
  private final TherapySessions sessions;
  private final Messages messages;
  private final RateLimits limits;
  private final RoomViews views;

  SessionPages(
      Rooms rooms,
      TherapySessions sessions,
      Messages messages,
      RateLimits limits,
      RoomViews views) {
    this.rooms = rooms;
    this.sessions = sessions;
    this.messages = messages;
    this.limits = limits;
    this.views = views;
  }

  @GetMapping
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView room(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return views.page(rooms.enter(me, new AppointmentId(appointment)));
  }

  @PostMapping("/arrive")
  @For(Audience.CLIENT)
  Object arrive(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam String location,
      @RequestParam String callBack) {
    var id = new AppointmentId(appointment);
    try {
      sessions.arrive(id, me.id(), new Arrival(location, callBack));
      return see(id);
    } catch (Refusal refusal) {
      if (refusal.type() == GeneralProblem.INVALID) {
        return views
            .arrival(rooms.enter(me, id), location, callBack, FormErrors.of(refusal))
            .withStatus(422);
      }
      throw refusal;
    }
  }

  @PostMapping("/admit")
  @For(Audience.THERAPIST)
  RedirectView admit(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return see(sessions.admit(new AppointmentId(appointment), me.id()).id());
  }

  @PostMapping("/end")
  @For({Audience.CLIENT, Audience.THERAPIST})
  RedirectView end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    sessions.end(new AppointmentId(appointment), me.id());
    return SeeOther.to("/sessions/" + appointment + "/check-in");
  }

  @PostMapping("/channel")
  @For({Audience.CLIENT, Audience.THERAPIST})
  RedirectView move(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam Modality channel) {
    return see(sessions.move(new AppointmentId(appointment), me.id(), channel).id());
  }

  @PostMapping("/messages")
  @For({Audience.CLIENT, Audience.THERAPIST})
  Object send(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestParam UUID key,
      @RequestParam String text) {
    var id = new AppointmentId(appointment);
    limits.spend(RateLimit.MESSAGE, me.id().toString());
    try {
      var talk = sessions.talkOf(sessions.get(id, me.id()));
      messages.send(new NewMessage(talk.id(), me.id(), key, new Redacted<>(text)));
      return see(id);
    } catch (Refusal refusal) {
      if (refusal.type() == GeneralProblem.INVALID) {
        var room = rooms.enter(me, id);
        var log = room.log().map(it -> it.with(text, FormErrors.of(refusal))).orElse(null);
        return views.message(room, log).withStatus(422);
      }
      throw refusal;
    }
  }

  private static RedirectView see(AppointmentId id) {
    return SeeOther.to("/sessions/" + id);
  }
}
