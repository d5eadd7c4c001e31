package org.saltwater.site;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;

/// A place in the navigation. Its words stand under `place.<name>` in the site's bundle.
public enum Place {
  HOW_IT_WORKS("/how-it-works"),
  SIGN_IN("/sign-in"),
  HOME("/home"),
  MESSAGES("/messages"),
  APPOINTMENTS("/appointments"),
  CALENDAR("/calendar"),
  PRACTICE("/practice/therapists"),
  RECORD("/record"),
  ACCOUNT("/account");

  private final String path;

  Place(String path) {
    this.path = path;
  }

  public String path() {
    return path;
  }

  public String wordsKey() {
    return "place." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isAt(String current) {
    return current.equals(path) || current.startsWith(path + "/");
  }

  /// The places of a person, or of a visitor, in the order they are shown.
  public static List<Place> listFor(@Nullable SignedIn person) {
    return Stream.of(values()).filter(place -> place.isFor(person)).toList();
  }

  private boolean isFor(@Nullable SignedIn person) {
    if (person == null) {
      return this == HOW_IT_WORKS || this == SIGN_IN;
    }
    return switch (this) {
      case HOW_IT_WORKS, SIGN_IN -> false;
      case HOME, ACCOUNT -> true;
      case MESSAGES -> person.is(Role.CLIENT) || person.is(Role.THERAPIST);
      case APPOINTMENTS, RECORD -> person.is(Role.CLIENT);
      case PRACTICE -> person.is(Role.COORDINATOR);
      case CALENDAR -> person.is(Role.THERAPIST);
    };
  }
}
