package org.saltwater.sessions.web;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.messaging.ConversationLog;
import org.saltwater.safety.OnCall;
import org.saltwater.sessions.BeforeTheHour;
import org.saltwater.sessions.QuietMoments;
import org.saltwater.sessions.Room;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.Whereabouts;
import org.saltwater.sessions.phone.DialIn;
import org.saltwater.sessions.phone.PhoneCall;
import org.saltwater.sessions.phone.PhoneCalls;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.springframework.stereotype.Component;

/// The room as a page, whichever form led there.
@Component
class RoomViews {
  private final WaysToMeet ways;
  private final OnCall onCall;
  private final PhoneCalls calls;
  private final BeforeTheHour before;
  private final CompanyViews company;
  private final QuietMoments moments;
  private final Clock clock;

  RoomViews(
      WaysToMeet ways,
      OnCall onCall,
      PhoneCalls calls,
      BeforeTheHour before,
      CompanyViews company,
      QuietMoments moments,
      Clock clock) {
    this.ways = ways;
    this.onCall = onCall;
    this.calls = calls;
    this.before = before;
    this.company = company;
    this.moments = moments;
    this.clock = clock;
  }

  PageView page(Room room) {
    return page(room, null);
  }

  PageView page(Room room, @Nullable DialIn dialIn) {
    return page(
        room,
        room.whereabouts().map(Whereabouts::location).orElse(""),
        room.whereabouts().map(Whereabouts::callBack).orElse(""),
        FormErrors.none(),
        room.log().orElse(null),
        dialIn,
        "");
  }

  /// @param location what was typed, to be put right
  PageView arrival(Room room, String location, String callBack, FormErrors errors) {
    return page(room, location, callBack, errors, room.log().orElse(null), null, "");
  }

  PageView message(Room room, @Nullable ConversationLog log) {
    return page(room, "", "", FormErrors.none(), log, null, "");
  }

  /// @param typed the therapist's own number, to be put right
  PageView ownPhone(Room room, String typed, FormErrors errors) {
    return page(
        room,
        room.whereabouts().map(Whereabouts::location).orElse(""),
        room.whereabouts().map(Whereabouts::callBack).orElse(""),
        errors,
        room.log().orElse(null),
        null,
        typed);
  }

  private PageView page(
      Room room,
      String location,
      String callBack,
      FormErrors errors,
      @Nullable ConversationLog log,
      @Nullable DialIn dialIn,
      String typed) {
    var call = calls.find(room.session().id());
    return PageView.of(
        "sessions/room",
        new RoomView(
            room,
            location,
            callBack,
            errors,
            log,
            clock.instant(),
            room.isTherapist() ? null : onCall.isSomeoneThere(),
            ways.holds(Modality.VIDEO),
            ways.isEquippedFor(Modality.PHONE),
            new PhoneView(
                ways.holds(Modality.PHONE),
                call.map(PhoneCall::code).orElse("none"),
                call.filter(it -> it.isOn() && it.isOwn()).isPresent(),
                typed,
                dialIn),
            questions(room),
            company.of(room),
            moments.isTaken(room.session().id())));
  }

  /// Offered while the client waits; the therapist is not asked.
  private @Nullable String questions(Room room) {
    return room.isTherapist() || room.session().state() != SessionState.WAITING
        ? null
        : before.findQuestions(room.session().client()).orElse(null);
  }
}
