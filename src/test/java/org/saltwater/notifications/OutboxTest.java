package org.saltwater.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saltwater.kernel.Installation;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/// Mail on its way to a real SMTP server.
class OutboxTest {
  @RegisterExtension
  static final GreenMailExtension server =
      new GreenMailExtension(ServerSetup.SMTP.dynamicPort()).withPerMethodLifecycle(true);

  private final javax.sql.DataSource database = TestDatabase.fresh();
  private final JdbcClient jdbc = JdbcClient.create(database);
  private final Outbox outbox = new Outbox(jdbc);
  private final TestClock clock = new TestClock();
  private final TransactionTemplate transaction =
      new TransactionTemplate(new JdbcTransactionManager(database));
  private Courier courier = courier(Installation.Mode.SERVE, 0);
  private Notifications notifications = notifications(courier);

  @BeforeEach
  void reachTheServer() {
    courier = courier(Installation.Mode.SERVE, server.getSmtp().getPort());
    notifications = notifications(courier);
  }

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
  void inADemoNothingLeavesAndTheMailCanBeRead() {
    var demo = courier(Installation.Mode.DEMO, server.getSmtp().getPort());
    queue();
    demo.deliver();

    assertThat(server.getReceivedMessages()).isEmpty();
    var letter = DemoMailView.Letter.of(outbox.listNewest(null, 10).getFirst());
    assertThat(letter.lines().stream().flatMap(List::stream).filter(DemoMailView.Part::link))
        .extracting(DemoMailView.Part::text)
        .containsExactly("https://therapy.example/invitation/one-time");
  }

  @Test
  void aLineBreakInANameBeginsNoHeader() throws Exception {
    notifications.mail(
        "amara@example.org", Notice.PASSWORD_RESET, "Amara\r\nBcc: x@example.org", new Link("/r"));
    courier.deliver();

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getAllRecipients()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void everyNoticeHasItsWordsAndNoPlaceholderLeft(Notice notice) {
    var arguments = new Object[notice.texts() + notice.links()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i < notice.texts() ? "text" + (i + 1) : new Link("/link" + (i + 1));
    }
    notifications.mail("a@example.org", notice, arguments);

    var mail = outbox.listNewest(null, 1).getFirst();
    var said = mail.subject() + "\n" + mail.body();
    assertThat(said).isNotBlank().doesNotContain("{", "}");
    for (int i = 0; i < arguments.length; i++) {
      assertThat(said)
          .as("every argument is used")
          .contains(
              i < notice.texts() ? "text" + (i + 1) : "https://therapy.example/link" + (i + 1));
    }
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void aMailWithAGapInItIsNotQueued(Notice notice) {
    assertThatThrownBy(() -> notifications.mail("a@example.org", notice))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> notifications.mail("a@example.org", notice, "1", "2", "3", "4", "/5"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatLooksLikeAPathIsNoLink() {
    notifications.mail("a@example.org", Notice.PASSWORD_RESET, "/reset/mine", new Link("/reset/x"));

    assertThat(outbox.listNewest(null, 1).getFirst().body())
        .contains("Hello /reset/mine,")
        .doesNotContain("therapy.example/reset/mine");
    assertThatThrownBy(() -> new Link("//elsewhere.example"))
        .isInstanceOf(IllegalArgumentException.class);
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

  @Test
  void theMailsOfADemoGoOnOnAnotherPage() {
    for (int i = 0; i < DemoMailView.SIZE + 5; i++) {
      queue();
    }
    var first = DemoMailView.of(outbox.listNewest(null, DemoMailView.SIZE + 1), false);
    assertThat(first.letters()).hasSize(DemoMailView.SIZE);
    assertThat(first.newest()).isNull();
    var last = UUID.fromString(first.older().replaceAll(".*=", ""));
    var second = DemoMailView.of(outbox.listNewest(last, DemoMailView.SIZE + 1), true);

    assertThat(second.letters()).hasSize(5);
    assertThat(second.older()).isNull();
    assertThat(second.newest()).isEqualTo("/demo/mail");
  }

  private void queue() {
    notifications.mail(
        "amara@example.org", Notice.INVITATION, "Amara", "Noor", new Link("/invitation/one-time"));
  }

  private List<String> states() {
    return jdbc.sql("select state from notifications_mail").query(String.class).list();
  }

  private Notifications notifications(Courier carrier) {
    var bundles = new ResourceBundleMessageSource();
    bundles.setBasenames("messages/notifications", "messages/scheduling");
    bundles.setDefaultEncoding("UTF-8");
    bundles.setAlwaysUseMessageFormat(true);
    return new Notifications(
        outbox,
        carrier,
        bundles,
        installation(Installation.Mode.SERVE),
        new StaticListableBeanFactory().getBeanProvider(MailsFrom.class),
        clock);
  }

  private Courier courier(Installation.Mode mode, int port) {
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(port);
    var timeouts = new Properties();
    timeouts.setProperty("mail.smtp.connectiontimeout", "2000");
    sender.setJavaMailProperties(timeouts);
    var beans = new StaticListableBeanFactory();
    beans.addBean("sender", sender);
    ObjectProvider<JavaMailSender> provider = beans.getBeanProvider(JavaMailSender.class);
    return new Courier(outbox, provider, installation(mode), clock, "");
  }

  private static Installation installation(Installation.Mode mode) {
    return new Installation(
        mode, Path.of("target"), URI.create("https://therapy.example"), "Blue Harbour");
  }
}
