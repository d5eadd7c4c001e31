package org.saltwater.notifications;

import java.util.Locale;

/// Every mail that is ever sent. Subject and text stand in the bundle under `notice.<slug>.subject`
/// and `notice.<slug>.body`; their arguments are names, times and links, never anything clinical,
/// because mail is read on lock screens, in shared inboxes and by mail providers.
///
/// Each says how many texts and then how many links its words take, so that a mail with a gap in it
/// cannot be queued.
public enum Notice {
  INVITATION(2, 1),
  PLACE_FREE(0, 1),
  PASSWORD_RESET(1, 1),
  PASSWORD_CHANGED(1, 1),
  SECOND_STEP_CHANGED(1, 2),
  CONFIRM_EMAIL(1, 1),
  ADDRESS_ALREADY_USED(1, 1),
  INTAKE_LINK(0, 1),
  RISK_FLAG(1, 1),
  RISK_FLAG_OVERDUE(1, 1),
  APPOINTMENT_BOOKED(2, 1),
  APPOINTMENT_MOVED(3, 1),
  APPOINTMENT_CANCELLED(2, 1),
  APPOINTMENT_COMING(2, 1),
  COMPANY_ASKED(1, 1),
  THERAPIST_LEFT(2, 1),
  MESSAGE_WAITING(1, 1),
  SUMMARY_WELCOME(2, 1),
  RECORD_OPENED(1, 1),
  PRACTICE_PAUSED(1, 2),
  TRUSTED_INVITATION(0, 1),
  PRACTICE_COMING(1, 2),
  CHECK_BACK(1, 2);

  private final int texts;
  private final int links;

  Notice(int texts, int links) {
    this.texts = texts;
    this.links = links;
  }

  int texts() {
    return texts;
  }

  int links() {
    return links;
  }

  /// Whether it goes before all others: someone may be in danger.
  boolean isUrgent() {
    return this == RISK_FLAG || this == RISK_FLAG_OVERDUE;
  }

  /// @throws IllegalArgumentException if there are not so many texts, then links, as it takes
  void check(Object... arguments) {
    if (arguments.length != texts + links) {
      throw new IllegalArgumentException(
          this + " takes " + texts + " texts and " + links + " links");
    }
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i] instanceof Link != i >= texts) {
        throw new IllegalArgumentException(this + ": first the texts, then the links");
      }
    }
  }

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
