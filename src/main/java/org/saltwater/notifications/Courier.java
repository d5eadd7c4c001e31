package org.saltwater.notifications;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.saltwater.kernel.Installation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Carries mail from the outbox to the mail server. It never stops trying in the first two days,
/// less and less often; a mail that could not be delivered by then is of no use to anyone.
@Component
class Courier {
  private static final Logger log = LoggerFactory.getLogger(Courier.class);

  /// Waits after the first, second, … failure; RFC 5321 §4.5.4.1 asks for retries over days.
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(20),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  private static final Duration KEPT = Duration.ofDays(30);

  /// Longer than a slow mail server takes (three waits of 20 seconds, in application.yaml), so that
  /// nobody else begins the same mail meanwhile.
  private static final Duration CLAIM = Duration.ofMinutes(2);

  private final Outbox outbox;
  private final ObjectProvider<JavaMailSender> server;
  private final Installation installation;
  private final Clock clock;
  private final String from;
  private final ReentrantLock round = new ReentrantLock();

  Courier(
      Outbox outbox,
      ObjectProvider<JavaMailSender> server,
      Installation installation,
      Clock clock,
      @Value("${saltwater.mail.from:}") String from) {
    this.outbox = outbox;
    this.server = server;
    this.installation = installation;
    this.clock = clock;
    this.from = from.isBlank() ? "no-reply@" + installation.address().getHost() : from;
  }

  /// Begins a round soon, without holding up the caller.
  void wake() {
    Thread.ofVirtual().name("courier").start(this::deliver);
  }

  /// For what is tried again. Only wakes: all recurring tasks share one thread, and a mail server
  /// that takes its time must not hold up the closing of an edge.
  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  void wakeForRetries() {
    wake();
  }

  /// Sends what is due: after each change that queued a mail, and every few seconds for what is
  /// tried again. In a demo nothing leaves, and without a mail server everything waits.
  void deliver() {
    var sender = server.getIfAvailable();
    if (installation.isDemo() || sender == null || !round.tryLock()) {
      return;
    }
    try {
      var due = outbox.claim(clock.instant(), clock.instant().plus(CLAIM));
      while (due.isPresent()) {
        deliver(due.get(), sender);
        due = outbox.claim(clock.instant(), clock.instant().plus(CLAIM));
      }
    } catch (DataAccessException | TransactionException away) {
      log.warn("The outbox can't be read now; mail waits.");
    } finally {
      round.unlock();
    }
  }

  /// What was sent or given up is a line without any text; after a month it is of no use either.
  @Scheduled(fixedDelayString = "P1D", initialDelayString = "PT5M")
  void forget() {
    outbox.deleteClosedBefore(clock.instant().minus(KEPT));
  }

  private void deliver(Mail mail, JavaMailSender sender) {
    if (!mail.isWorthSending(clock.instant())) {
      log.warn("Mail {} was not sent in the time that its link works.", mail.id());
      outbox.close(mail.id(), MailState.GIVEN_UP, clock.instant());
      return;
    }
    try {
      send(mail, sender);
      outbox.close(mail.id(), MailState.SENT, clock.instant());
    } catch (MailException | MessagingException failed) {
      // Its own message may hold the address, so only its kind is told.
      log.warn(
          "Mail {} was not taken (attempt {}): {}",
          mail.id(),
          mail.attempts(),
          failed.getClass().getSimpleName());
      tryLater(mail);
    }
  }

  private void tryLater(Mail mail) {
    Instant now = clock.instant();
    if (mail.attempts() > WAITS.size()) {
      log.error("Mail {} was given up after {} attempts.", mail.id(), mail.attempts());
      outbox.close(mail.id(), MailState.GIVEN_UP, now);
    } else {
      outbox.putOff(mail.id(), now.plus(WAITS.get(mail.attempts() - 1)));
    }
  }

  private void send(Mail mail, JavaMailSender sender) throws MessagingException {
    var message = sender.createMimeMessage();
    var parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
    parts.setFrom(from);
    parts.setTo(mail.to());
    parts.setSubject(mail.subject());
    parts.setText(mail.body());
    message.setHeader("Auto-Submitted", "auto-generated");
    // Sent twice, after a crash between sending and noting it, it is still the same mail, and most
    // mail programs show it once.
    message.setHeader("Message-ID", "<" + mail.id() + "@" + domain() + ">");
    sender.send(message);
  }

  private String domain() {
    return from.replaceAll("^.*@|>\\s*$", "");
  }
}
