package org.saltwater.notifications;

/// Where a mail is on its way.
enum MailState {
  WAITING,
  SENT,
  /// Nobody took it, or what it leads to has ended.
  GIVEN_UP
}
