package org.saltwater.home.practice;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.TherapistId;

/// A trial of the whole platform by a program, with two therapists who exist for it alone.
///
/// @param id in the addresses of everyone who is made for it
record SmokeTest(UUID id, TherapistId first, TherapistId second) {
  /// A journey takes seconds; one that was killed is ended after this.
  static final Duration LIFE = Duration.ofMinutes(15);

  /// Bouvet Island, which nobody lives on. Licences are the strictest filter of matching, so no
  /// client of the practice can be offered a therapist who is licensed there alone.
  static final Jurisdiction PLACE = new Jurisdiction("BV");

  static final String LANGUAGE = "en";

  /// No mail can ever reach it: RFC 2606 §2.
  private static final String DOMAIN = "smoke-test.invalid";

  List<TherapistId> therapists() {
    return List.of(first, second);
  }

  String address(String role) {
    return role + "." + id + "@" + DOMAIN;
  }
}
