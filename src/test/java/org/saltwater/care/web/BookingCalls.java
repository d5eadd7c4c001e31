package org.saltwater.care.web;

import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.Visit;
import org.saltwater.testing.Visit.Answer;

/// Booking as a program does it.
record BookingCalls(int port) {
  static final String APPOINTMENTS = "/api/v1/appointments";

  Answer call(String method, String path, String body, String... headers) {
    return new Visit(port).json(method, path, body, headers);
  }

  /// @param intake the token of a visitor's questionnaire
  Answer hold(TherapistId therapist, String start, String modality, String intake) {
    return hold(wanted(therapist, start, modality), intake);
  }

  Answer hold(String body, String intake) {
    return call("POST", APPOINTMENTS, body, "Intake-Token", intake);
  }

  static String wanted(TherapistId therapist, String start, String modality) {
    return """
        {"therapist": "%s", "start": "%s", "modality": "%s"}
        """
        .formatted(therapist, start, modality);
  }
}
