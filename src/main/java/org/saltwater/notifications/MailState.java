package org.saltwater.notifications;

/// Where a mail is on its way.
enum MailState {
  WAITING,
  SENT,
  GIVEN_UP
}
