package org.saltwater.kernel;

import java.util.regex.Pattern;

/// A place whose licences count: an ISO 3166-1 country (`DE`) or an ISO 3166-2 part of one
/// (`US-CA`).
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");

  /// @throws IllegalArgumentException if the code has another form
  public Jurisdiction {
    if (!FORM.matcher(code).matches()) {
      throw new IllegalArgumentException("not an ISO 3166 code");
    }
  }

  /// The two letters of the country.
  public String country() {
    return code.substring(0, 2);
  }

  /// Whether a licence for this place is good in another: the same place, or the whole country for
  /// one of its parts.
  public boolean covers(Jurisdiction other) {
    return code.equals(other.code) || (code.length() == 2 && code.equals(other.country()));
  }

  @Override
  public int compareTo(Jurisdiction other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
