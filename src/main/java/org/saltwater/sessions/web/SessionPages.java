package org.saltwater.sessions.web;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.safety.OnCall;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.Room;
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
  private final OnCall onCall;
  private final WaysToMeet ways;
  private final Clock clock;

  SessionPages(
      Rooms rooms,
      TherapySessions sessions,
      Messages messages,
      RateLimits limits,
      OnCall onCall,
      WaysToMeet ways,
      Clock clock) {
    this.rooms = rooms;
    this.sessions = sessions;
    this.messages = messages;
    this.limits = limits;
    this.onCall = onCall;
    this.ways = ways;
    this.clock = clock;
  }

  @GetMapping
  @For({Audience.CLIENT, Audience.THERAPIST})
  PageView room(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    var room = rooms.enter(me, new AppointmentId(appointment));
    return page(
        room,
        room.arrival().map(Arrival::location).orElse(""),
        room.arrival().map(Arrival::callBack).orElse(""),
        FormErrors.none());
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
        return page(rooms.enter(me, id), location, callBack, FormErrors.of(refusal))
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
        return PageView.of(
                "sessions/room",
                new RoomView(
                    room,
                    "",
                    "",
                    FormErrors.none(),
                    log,
                    clock.instant(),
                    onCall(room),
                    ways.holds(Modality.VIDEO)))
            .withStatus(422);
      }
      throw refusal;
    }
  }

  private PageView page(Room room, String location, String callBack, FormErrors errors) {
    return PageView.of(
        "sessions/room",
        new RoomView(
            room,
            location,
            callBack,
            errors,
            room.log().orElse(null),
            clock.instant(),
            onCall(room),
            ways.holds(Modality.VIDEO)));
  }

  private @Nullable Boolean onCall(Room room) {
    return room.isTherapist() ? null : onCall.isSomeoneThere();
  }

  private static RedirectView see(AppointmentId id) {
    return SeeOther.to("/sessions/" + id);
  }
}
