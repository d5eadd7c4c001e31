package org.saltwater.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether hours are held by phone, and if not, why: to be read by whoever can change it.
///
/// @param words the key of what to say
/// @param number what people who are called see; empty unless the line is there
/// @param since from when on the line was away; null unless it is
/// @param why the key of the reason for that; empty unless there is one
public record PhoneStanding(String words, String number, @Nullable Instant since, String why) {
  private static final String KEY = "home.practice.ways.phone.";

  static PhoneStanding of(String standing) {
    return new PhoneStanding(KEY + standing, "", null, "");
  }

  static PhoneStanding offered(String number) {
    return new PhoneStanding(KEY + "offered", number, null, "");
  }

  static PhoneStanding away(Instant since, String reason) {
    return new PhoneStanding(KEY + "unreachable", "", since, KEY + "why." + reason);
  }
}
