package org.saltwater.notifications;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a person may be told or asked without it being needed, and so can turn off. What is needed,
/// such as that an hour was moved, is no reminder.
public enum Reminder {
  /// How a client is, some time after they noted something.
  CHECK_BACK(EnumSet.of(Way.MAIL, Way.PUSH)),
  /// Whether tears came, on the page after an hour.
  TEARS_IN_THE_HOUR(EnumSet.of(Way.PAGE)),
  APPOINTMENT(EnumSet.of(Way.MAIL, Way.PUSH)),
  PRACTICE(EnumSet.of(Way.MAIL, Way.PUSH)),
  MESSAGE(EnumSet.of(Way.MAIL, Way.PUSH));

  private final Set<Way> ways;

  Reminder(Set<Way> ways) {
    this.ways = Set.copyOf(ways);
  }

  public Set<Way> ways() {
    return ways;
  }

  /// The word for it in bundles and addresses: lower case, with hyphens.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
