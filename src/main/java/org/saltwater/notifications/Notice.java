package org.saltwater.notifications;

import java.util.Locale;

/// Every mail that is ever sent. Subject and text stand in the bundle under `notice.<slug>.subject`
/// and `notice.<slug>.body`; their arguments are names, times and links, never anything clinical,
/// because mail is read on lock screens, in shared inboxes and by mail providers.
public enum Notice {
  INVITATION,
  PLACE_FREE,
  PASSWORD_RESET,
  PASSWORD_CHANGED,
  SECOND_STEP_CHANGED,
  CONFIRM_EMAIL,
  ADDRESS_ALREADY_USED,
  INTAKE_LINK,
  RISK_FLAG,
  RISK_FLAG_OVERDUE,
  APPOINTMENT_BOOKED,
  APPOINTMENT_MOVED,
  APPOINTMENT_CANCELLED,
  APPOINTMENT_COMING,
  THERAPIST_LEFT,
  APPOINTMENT_WITH_DEPUTY,
  APPOINTMENT_GIVEN_UP,
  MESSAGE_WAITING,
  SUMMARY_WELCOME,
  RECORD_OPENED;

  String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String subjectKey() {
    return "notice." + slug() + ".subject";
  }

  String bodyKey() {
    return "notice." + slug() + ".body";
  }
}
