package org.saltwater.sessions.web;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.messaging.ConversationLog;
import org.saltwater.sessions.Room;
import org.saltwater.sessions.SessionState;
import org.saltwater.site.FormErrors;

/// The room as a page.
///
/// @param location what stands in the form, or what the client said
/// @param log the conversation; null until the hour has begun
/// @param onCall whether someone is there now, to be said to a client before they type; null for a
///     therapist
/// @param byVideo whether this practice holds hours by video at all
/// @param questions where the client finds the questions for this hour, if any are left
/// @param company who comes along
/// @param moment whether the client has asked for a moment: then no clock is shown
/// @param hasLine whether it has a telephone line, however that stands just now
public record RoomView(
    Room room,
    String location,
    String callBack,
    FormErrors errors,
    @Nullable ConversationLog log,
    Instant now,
    @Nullable Boolean onCall,
    boolean byVideo,
    boolean hasLine,
    PhoneView phone,
    @Nullable String questions,
    CompanyView company,
    boolean moment) {

  /// `/sessions/{appointment}`, where everything about the hour begins.
  public String path() {
    return "/sessions/" + room.session().id();
  }

  /// The bundle's part of the key for what to say in this state.
  public String state() {
    return room.session().state().code();
  }

  /// The call-back number as a telephone dials it.
  public String dial() {
    return callBack.replaceAll("[^+0-9]", "");
  }

  public String role() {
    return room.isTherapist() ? "therapist" : "client";
  }

  /// Whether it can be shown who comes along, or somebody be asked.
  public boolean hasCompany() {
    return byVideo && !room.isApart() && !room.session().state().isOver();
  }

  public StageView stage() {
    return new StageView(room.isTherapist(), phone.offered(), true);
  }

  /// Whether a place for pictures stands beside the conversation.
  public boolean hasStage() {
    return byVideo && log != null && room.session().state() == SessionState.IN_SESSION;
  }

  /// Whether the part about the telephone is in the room: shown at once, or when the hour goes on
  // by
  /// phone.
  public boolean hasPhone() {
    return (phone.offered() || runsByPhone())
        && log != null
        && room.session().state() == SessionState.IN_SESSION;
  }

  public boolean runsByPhone() {
    return room.session().runsBy(Modality.PHONE);
  }

  /// Whether whoever waits will be called.
  public boolean waitsForCall() {
    return hasLine && room.session().channel() == Modality.PHONE;
  }

  /// Whether whoever waits may look at themselves first.
  public boolean hasMirror() {
    return byVideo && room.session().channel() == Modality.VIDEO;
  }

  public boolean runsByVideo() {
    return room.session().runsBy(Modality.VIDEO);
  }

  /// How long the hour is, in minutes.
  public long length() {
    return Duration.between(room.session().start(), room.session().end()).toMinutes();
  }

  /// How much of the hour has gone by, in minutes, never more than all of it.
  public long gone() {
    return Math.clamp(Duration.between(room.session().start(), now).toMinutes(), 0, length());
  }

  @Override
  public String toString() {
    return "RoomView[" + room.session().id() + "]";
  }
}
