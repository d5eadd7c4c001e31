package org.saltwater.sessions.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.Rooms;
import org.saltwater.sessions.phone.DialIn;
import org.saltwater.sessions.phone.PhoneCalls;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The hour by phone, for programs. How a call goes is told with the hour itself.
@RestController
@RequestMapping("/api/v1/sessions/{appointment}/phone")
class PhoneApi {
  private final PhoneCalls calls;
  private final Rooms rooms;

  PhoneApi(PhoneCalls calls, Rooms rooms) {
    this.calls = calls;
    this.rooms = rooms;
  }

  /// Calls the client on the number they confirmed for this hour, which is told to nobody.
  @PostMapping("/call")
  @For(Audience.THERAPIST)
  CallAnswer call(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return new CallAnswer(calls.call(me, new AppointmentId(appointment)).code());
  }

  /// Calls the therapist on a telephone of their own, then the client, and lets the two hear each
  /// other. The number is kept nowhere.
  @PostMapping("/own")
  @For(Audience.THERAPIST)
  CallAnswer callOwn(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestBody @Valid OwnPhoneRequest request) {
    var number = new Redacted<>(request.number());
    return new CallAnswer(calls.callOwn(me, new AppointmentId(appointment), number).code());
  }

  /// The number to call the client back on by hand, only while the practice's line is away.
  @PostMapping("/number")
  @For(Audience.THERAPIST)
  NumberAnswer number(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return new NumberAnswer(rooms.showNumber(me, new AppointmentId(appointment)).value());
  }

  /// Ends the call, and not the hour.
  @PostMapping("/hang-up")
  @For({Audience.CLIENT, Audience.THERAPIST})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void hangUp(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    calls.hangUp(me, new AppointmentId(appointment));
  }

  /// A number and a PIN by which the client can call in. The PIN before is out of use then.
  @PostMapping("/pin")
  @For(Audience.CLIENT)
  DialIn callIn(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    return calls.callIn(me, new AppointmentId(appointment));
  }

  /// @param number with `+` and the country code
  record OwnPhoneRequest(@NotNull String number) {
    @Override
    public String toString() {
      return "OwnPhoneRequest[redacted]";
    }
  }

  /// @param callBack as the client typed it
  record NumberAnswer(String callBack) {
    @Override
    public String toString() {
      return "NumberAnswer[redacted]";
    }
  }

  /// @param call `calling-therapist`, `calling`, `ringing`, `connected`, or `ended-` and why
  record CallAnswer(String call) {}
}
