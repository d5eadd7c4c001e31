package org.saltwater.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Installation;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// When a mail leaves, again if need be, and when it does not.
class OutboxTest extends MailOnItsWay {
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));

  @Test
  void aMailArrivesWithItsLinkInFullAndLeavesNoTextBehind() throws Exception {
    queue();
    courier.deliver();

    MimeMessage arrived = server.getReceivedMessages()[0];
    assertThat(arrived.getSubject()).isEqualTo("Your invitation to Blue Harbour");
    assertThat(arrived.getFrom()[0]).hasToString("no-reply@therapy.example");
    assertThat(arrived.getAllRecipients()[0]).hasToString("amara@example.org");
    assertThat((String) arrived.getContent())
        .contains("Hello Amara", "https://therapy.example/invitation/one-time");
    assertThat(
            jdbc.sql("select notifications_mail::text from notifications_mail")
                .query(String.class)
                .single())
        .contains("SENT")
        .doesNotContain("amara", "one-time");
    courier.deliver();
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  @Test
  void aMailOfARolledBackChangeIsNeverSent() {
    transaction.executeWithoutResult(
        status -> {
          queue();
          status.setRollbackOnly();
        });
    courier.deliver();

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(states()).isEmpty();
  }

  @Test
  void aMailServerThatIsAwayIsTriedAgainLessAndLessOftenUntilItIsBack() {
    var nobodyThere = courier(Installation.Mode.SERVE, 1);
    queue();
    nobodyThere.deliver();
    assertThat(states()).containsExactly("WAITING");
    courier.deliver();
    assertThat(server.getReceivedMessages()).as("not before its time").isEmpty();

    clock.advance(Duration.ofSeconds(20));
    nobodyThere.deliver();
    clock.advance(Duration.ofSeconds(20));
    courier.deliver();
    assertThat(server.getReceivedMessages()).as("the second wait is longer").isEmpty();

    clock.advance(Duration.ofMinutes(2));
    courier.deliver();
    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(states()).containsExactly("SENT");
  }

  @Test
  void aMailServerThatSaysNothingHoldsUpNoOtherTask() throws Exception {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      silent.setSoTimeout(5_000);
      var waits = courier(Installation.Mode.SERVE, silent.getLocalPort());
      queue();
      assertTimeoutPreemptively(Duration.ofSeconds(4), waits::wakeForRetries);
      silent.accept().close();
    }
  }

  @Test
  void aMailNobodyTakesIsGivenUpAfterTwoDays() {
    var nobodyThere = courier(Installation.Mode.SERVE, 1);
    queue();
    for (int hours = 0; hours < 49; hours++) {
      nobodyThere.deliver();
      clock.advance(Duration.ofHours(1));
    }
    assertThat(states()).containsExactly("GIVEN_UP");
  }

  @Test
  void whoMayBeInDangerComesFirst() throws Exception {
    queue();
    clock.advance(Duration.ofSeconds(1));
    notifications.mail("noor@example.org", Notice.RISK_FLAG, "Noor", new Link("/risk-flags"));
    courier.deliver();

    assertThat(server.getReceivedMessages())
        .extracting(each -> each.getAllRecipients()[0].toString())
        .containsExactly("noor@example.org", "amara@example.org");
  }

  @Test
  void aMailWhoseLinkHasEndedIsNotSent() {
    notifications.mail(
        "amara@example.org",
        Notice.PASSWORD_RESET,
        "Amara",
        new Link("/reset/one-time", Duration.ofMinutes(30)));
    clock.advance(Duration.ofMinutes(30));
    courier.deliver();

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(states()).containsExactly("GIVEN_UP");
  }

  @Test
  void aMailSentTwiceIsTheSameMail() throws Exception {
    queue();
    var id = outbox.listNewest(null, 1).getFirst().id();
    courier.deliver();

    assertThat(server.getReceivedMessages()[0].getMessageID())
        .isEqualTo("<" + id + "@therapy.example>");
  }

  @Test
  void whatWasClosedIsForgottenAfterAMonthAndWhatWaitsIsNot() {
    queue();
    courier.deliver();
    queue();
    clock.advance(Duration.ofDays(30));
    courier.forget();
    assertThat(states()).containsExactlyInAnyOrder("SENT", "WAITING");
    clock.advance(Duration.ofSeconds(1));
    courier.forget();
    assertThat(states()).containsExactly("WAITING");
  }

  private List<String> states() {
    return jdbc.sql("select state from notifications_mail").query(String.class).list();
  }
}
