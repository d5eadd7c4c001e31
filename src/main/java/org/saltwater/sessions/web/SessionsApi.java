package org.saltwater.sessions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.ChannelSpan;
import org.saltwater.sessions.QuietMoments;
import org.saltwater.sessions.Rooms;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.sessions.Whereabouts;
import org.saltwater.sessions.phone.PhoneCall;
import org.saltwater.sessions.phone.PhoneCalls;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Therapy hours for programs. The talk itself goes over the conversation it names. Each step can
/// be repeated: doing it again changes nothing.
@RestController
@RequestMapping("/api/v1/sessions/{appointment}")
class SessionsApi {
  private final TherapySessions sessions;
  private final Rooms rooms;
  private final PhoneCalls calls;
  private final QuietMoments moments;
  private final WaysToMeet ways;
  private final Clock clock;

  SessionsApi(
      TherapySessions sessions,
      Rooms rooms,
      PhoneCalls calls,
      QuietMoments moments,
      WaysToMeet ways,
      Clock clock) {
    this.sessions = sessions;
    this.rooms = rooms;
    this.calls = calls;
    this.moments = moments;
    this.ways = ways;
    this.clock = clock;
  }

  @GetMapping
  @For({Audience.CLIENT, Audience.THERAPIST})
  SessionAnswer get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return answer(sessions.get(new AppointmentId(appointment), me.id()));
  }

  /// The client comes into the waiting room, saying where they are and how to call them back.
  @PostMapping("/join")
  @For(Audience.CLIENT)
  SessionAnswer join(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestBody @Valid JoinRequest request) {
    var arrival = new Arrival(request.location(), request.callBack());
    return answer(sessions.arrive(new AppointmentId(appointment), me.id(), arrival));
  }

  /// The therapist looks into the room, and is told where the client is.
  @PostMapping("/look-in")
  @For(Audience.THERAPIST)
  LookInAnswer lookIn(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    var room = rooms.enter(me, new AppointmentId(appointment));
    return new LookInAnswer(
        answer(room.session()),
        room.whereabouts().map(Whereabouts::location).orElse(null),
        room.whereabouts().map(Whereabouts::callBack).filter(it -> !it.isEmpty()).orElse(null));
  }

  /// The therapist lets the client in.
  @PostMapping("/admit")
  @For(Audience.THERAPIST)
  SessionAnswer admit(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return answer(sessions.admit(new AppointmentId(appointment), me.id()));
  }

  /// The therapist ends the hour, or the client leaves it.
  @PostMapping("/end")
  @For({Audience.CLIENT, Audience.THERAPIST})
  SessionAnswer end(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return answer(sessions.end(new AppointmentId(appointment), me.id()));
  }

  /// Goes on by video, phone or text, for both.
  @PostMapping("/channel")
  @For({Audience.CLIENT, Audience.THERAPIST})
  SessionAnswer move(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestBody @Valid MoveRequest request) {
    return answer(sessions.move(new AppointmentId(appointment), me.id(), request.channel()));
  }

  /// The client needs a moment, and both pages put the clock away; or they are ready to go on.
  @PutMapping("/moment")
  @For(Audience.CLIENT)
  SessionAnswer moment(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestBody @Valid MomentRequest request) {
    return answer(moments.set(new AppointmentId(appointment), me.id(), request.taken()));
  }

  private SessionAnswer answer(TherapySession session) {
    var call = calls.find(session.id());
    return new SessionAnswer(
        session.id().value(),
        session.state(),
        session.modality(),
        session.channel(),
        sessions.listSpans(session).stream().map(SpanAnswer::of).toList(),
        session.isOpenAt(clock.instant()),
        session.opensAt(),
        session.start(),
        session.end(),
        session.therapistCameAt().isPresent(),
        session.waitingSince().orElse(null),
        session.beganAt().orElse(null),
        session.endedAt().orElse(null),
        sessions.findTalkOf(session).map(talk -> talk.id().value()).orElse(null),
        call.map(PhoneCall::code).orElse(null),
        call.filter(PhoneCall::isOn).map(PhoneCall::isOwn).orElse(null),
        moments.isTaken(session.id()),
        ways.isEquippedFor(Modality.PHONE) ? ways.holds(Modality.PHONE) : null);
  }

  /// @param modality how it was booked
  /// @param channel how the two meet now
  /// @param spans how the hour was held so far
  /// @param open whether the room can be entered now
  /// @param conversation where the talk goes; none once the two are not in care together
  /// @param call how the latest call of an hour by phone stands: `calling-therapist`, `calling`,
  ///     `ringing`, `connected`, or `ended-` and why; none before the first
  /// @param byOwnPhone whether the therapist talks on a telephone of their own; none while no call
  // is
  ///     on
  /// @param moment whether the client has asked for a moment and is not ready to go on yet
  /// @param phoneLine whether the practice's telephone line is there now; none where it has none
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SessionAnswer(
      UUID id,
      SessionState state,
      Modality modality,
      Modality channel,
      List<SpanAnswer> spans,
      boolean open,
      Instant opensAt,
      Instant start,
      Instant end,
      boolean therapistHere,
      @Nullable Instant waitingSince,
      @Nullable Instant beganAt,
      @Nullable Instant endedAt,
      @Nullable UUID conversation,
      @Nullable String call,
      @Nullable Boolean byOwnPhone,
      boolean moment,
      @Nullable Boolean phoneLine) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record LookInAnswer(SessionAnswer session, @Nullable String location, @Nullable String callBack) {
    @Override
    public String toString() {
      return "LookInAnswer[redacted]";
    }
  }

  /// @param until none while it lasts
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SpanAnswer(Modality channel, Instant from, @Nullable Instant until) {
    static SpanAnswer of(ChannelSpan span) {
      return new SpanAnswer(span.channel(), span.startedAt(), span.stoppedAt().orElse(null));
    }
  }

  record MoveRequest(@NotNull Modality channel) {}

  record MomentRequest(@NotNull Boolean taken) {}

  record JoinRequest(@NotNull String location, @NotNull String callBack) {
    @Override
    public String toString() {
      return "JoinRequest[redacted]";
    }
  }
}
