package org.saltwater.sessions;

import java.util.Optional;
import java.util.regex.Pattern;
import org.saltwater.kernel.Redacted;

/// Telephone numbers as people write them.
public final class PhoneNumbers {
  /// Nothing else is dropped in silence: of `… ext 12` a stranger's number would be left.
  private static final Pattern WRITTEN = Pattern.compile("(\\+|00)[0-9\\h()./\\p{Pd}]*");

  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

  private PhoneNumbers() {}

  /// The number as it is dialled from anywhere: `+` and at most 15 digits (ITU-T E.164). Empty if
  /// it does not say its country, or if anything but digits and what people put between them stands
  /// in it, so that nobody else's phone rings.
  public static Optional<Redacted<String>> dialled(String typed) {
    var written = typed.strip();
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.empty();
    }
    var digits = written.replace("(0)", "").replaceAll("[^+0-9]", "").replaceFirst("^00", "+");
    return E164.matcher(digits).matches() ? Optional.of(new Redacted<>(digits)) : Optional.empty();
  }
}
