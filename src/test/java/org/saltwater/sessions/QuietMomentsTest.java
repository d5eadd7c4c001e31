package org.saltwater.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.PersonId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;

/// "I need a moment": the client's alone, and known only while it lasts.
@SaltwaterTest
@Tag("room")
class QuietMomentsTest extends AnHour {
  @Autowired QuietMoments moments;
  @Autowired AuditLog audit;

  @Test
  void aClientTakesAMomentAndGoesOnAndNothingOfItIsKept() {
    inSession();
    var end = sessions.get(pair.hour(), client.id()).end();
    var before = audit.listFor(pair.client(), null).records().size();
    moments.set(pair.hour(), client.id(), true);
    moments.set(pair.hour(), client.id(), true);
    assertThat(moments.isTaken(pair.hour())).isTrue();
    assertThat(call(pair.therapistToken(), "GET", "", "")).contains("\"moment\":true");

    assertThat(call(pair.clientToken(), "PUT", "/moment", "{\"taken\":false}"))
        .contains("\"moment\":false");
    assertThat(moments.isTaken(pair.hour())).isFalse();
    assertThat(sessions.get(pair.hour(), client.id()).end()).isEqualTo(end);
    assertThat(audit.listFor(pair.client(), null).records()).hasSize(before);
  }

  @Test
  void onlyTheClientTakesOneAndOnlyWhileTheHourRuns() {
    assertRefused(SessionProblem.SESSION_MOVED_ON, () -> take(client.id()));
    inSession();
    assertThatThrownBy(() -> take(therapist.id())).hasMessage("not-allowed");
    assertThatThrownBy(() -> take(PersonId.random())).hasMessage("not-found");
    assertThat(call(pair.clientToken(), "PUT", "/moment", "{}")).contains("invalid");
    assertThat(moments.isTaken(pair.hour())).isFalse();
  }

  @Test
  void theEndOfTheHourEndsItToo() {
    inSession();
    take(client.id());
    sessions.end(pair.hour(), therapist.id());
    assertThat(moments.isTaken(pair.hour())).isFalse();
  }

  private void take(PersonId who) {
    moments.set(pair.hour(), who, true);
  }

  private void inSession() {
    minutesAfterStart(0);
    arrive();
    admit();
  }

  private String call(String token, String method, String path, String body) {
    return new Visit(port)
        .json(
            method,
            "/api/v1/sessions/" + pair.hour() + path,
            body,
            "Authorization",
            "Bearer " + token)
        .body();
  }
}
