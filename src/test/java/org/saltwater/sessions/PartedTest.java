package org.saltwater.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.Redacted;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;

/// The two part while an hour lies ahead, or runs.
@SaltwaterTest
@Tag("journey")
class PartedTest extends AnHour {
  @Test
  void anHourThatRunsEndsWhenTheTwoPartAndTheTherapistIsToldSoWithoutAName() {
    minutesAfterStart(0);
    arrive();
    admit();
    minutesAfterStart(20);
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());

    var over = sessions.get(pair.hour(), client.id());
    assertThat(over.state()).isEqualTo(SessionState.ENDED);
    assertThat(over.endedBy()).as("nobody’s doing").isEmpty();
    assertThat(app.getBean(Conversations.class).get(pair.talk()).session()).isEmpty();
    var room = rooms.enter(therapist, pair.hour());
    assertThat(room.isApart()).isTrue();
    assertThat(room.otherName()).isEmpty();
    assertThat(rooms.enter(client, pair.hour()).otherName()).isEqualTo("Amara Okafor");
    assertThat(page(pair.therapistToken()))
        .contains("You two no longer work together here")
        .doesNotContain("Jo<", "With Jo", "How was this?");
    assertThat(page(pair.clientToken())).contains("The hour with Amara Okafor has ended");
  }

  @Test
  void whoWaitsWhenTheTwoPartWaitsForNothingNoLonger() {
    minutesAfterStart(5);
    arrive();
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());

    assertThat(state()).isEqualTo(SessionState.CANCELLED);
    assertThat(page(pair.clientToken())).contains("This appointment was cancelled");
    minutesAfterStart(60);
    sessions.finish();
    assertThat(state()).as("nobody is said to have missed it").isEqualTo(SessionState.CANCELLED);
  }

  @Test
  void anHourToWhichNobodyHadComeYetIsCancelledAndOneThatLiesAheadIsLeftToItsAppointment() {
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThat(state()).isEqualTo(SessionState.SCHEDULED);
    app.getBean(Episodes.class).open(pair.client(), pair.therapist());
    minutesAfterStart(5);
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());
    assertThat(state()).isEqualTo(SessionState.CANCELLED);
  }

  @Test
  void anOldTherapistFindsNothingOfTheClientOnAnyPageOrInTheApi() {
    app.getBean(Messages.class)
        .send(
            new NewMessage(
                pair.talk(), client.id(), UUID.randomUUID(), new Redacted<>("are you there")));
    assertThat(call(pair.therapistToken(), "GET", "/home")).contains("Jo");
    assertThat(call(pair.therapistToken(), "GET", "/messages")).contains("Jo");
    minutesAfterStart(5);
    app.getBean(Episodes.class).close(pair.client(), pair.therapist());

    for (var path : List.of("/home", "/messages", "/clients", "/api/v1/conversations")) {
      assertThat(call(pair.therapistToken(), "GET", path))
          .as(path)
          .doesNotContain(">Jo<", "Jo ", pair.talk().toString(), pair.client().toString());
    }
    var one = "/api/v1/conversations/" + pair.talk();
    assertThat(call(pair.therapistToken(), "GET", one)).contains("not-found");
    var mark = "{\"delivered\": 1, \"read\": 1}";
    assertThat(post(pair.therapistToken(), one + "/marks", mark)).contains("not-found");
    assertThat(post(pair.clientToken(), one + "/marks", mark)).contains("conversation-closed");
    assertThat(call(pair.clientToken(), "GET", "/api/v1/conversations"))
        .as("what the client wrote stays theirs")
        .contains(pair.talk().toString());
  }

  private String page(String token) {
    return call(token, "GET", "/sessions/" + pair.hour());
  }

  private String call(String token, String method, String path) {
    return new Visit(port)
        .call(method, path, "text/html", "", "Authorization", "Bearer " + token)
        .body();
  }

  private String post(String token, String path, String body) {
    return new Visit(port)
        .call("POST", path, "application/json", body, "Authorization", "Bearer " + token)
        .body();
  }
}
