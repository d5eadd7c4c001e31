package org.saltwater.notifications;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.site.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Tells people things by e-mail: written down with the change that caused it, sent once that is
/// committed, tried again until the mail server takes it.
@Component
public class Notifications {
  private final Outbox outbox;
  private final Courier courier;
  private final Choices choices;
  private final PushDevices devices;
  private final PushNotices pushes;
  private final PushCourier pushCourier;
  private final MessageSource bundles;
  private final Installation installation;
  private final ObjectProvider<MailsFrom> from;
  private final Clock clock;

  Notifications(
      Outbox outbox,
      Courier courier,
      Choices choices,
      PushDevices devices,
      PushNotices pushes,
      PushCourier pushCourier,
      MessageSource bundles,
      Installation installation,
      ObjectProvider<MailsFrom> from,
      Clock clock) {
    this.outbox = outbox;
    this.courier = courier;
    this.choices = choices;
    this.devices = devices;
    this.pushes = pushes;
    this.pushCourier = pushCourier;
    this.bundles = bundles;
    this.installation = installation;
    this.from = from;
    this.clock = clock;
  }

  /// Queues a mail in the caller's transaction. The practice's name is `{0}` in every text, the
  /// arguments follow from `{1}` on; a [Link] is written out in full.
  ///
  /// A mail to an address under `.invalid`, which no mail can ever reach (RFC 2606 §2), is not
  /// written down: a smoke test's people have such.
  ///
  /// @param arguments names and times, then links: as many as the notice takes
  @Transactional
  public void mail(String to, Notice notice, Object... arguments) {
    notice.check(arguments);
    if (isForNobody(to)) {
      return;
    }
    var words = new Words(bundles, Locale.ENGLISH);
    var all = new Object[arguments.length + 1];
    all[0] = installation.practice();
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] = arguments[i] instanceof Link link ? address(link) : line(arguments[i]);
    }
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    outbox.add(
        new Mail(
            UUID.randomUUID(),
            to,
            words.say(notice.subjectKey(), all).strip(),
            words.say(notice.bodyKey(), all).strip() + "\n",
            now,
            endOf(now, arguments),
            notice.isUrgent(),
            0));
    afterCommit(courier::wake);
  }

  private static void afterCommit(Runnable wake) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              wake.run();
            }
          });
    }
  }

  /// As [#mail(String, Notice, Object...)], for what a person can turn off.
  @Transactional
  public void remind(
      PersonId person, String email, Reminder reminder, Notice notice, Object... arguments) {
    notice.check(arguments);
    if (choices.isOn(person, reminder, Way.MAIL)) {
      mail(email, notice, arguments);
    }
    if (choices.isOn(person, reminder, Way.PUSH) && !isPast()) {
      pushes.queue(person, notice, path(arguments), endOf(clock.instant(), arguments));
      afterCommit(pushCourier::wake);
    }
  }

  /// Forgets the devices of someone who has left, with all that waits for them.
  public void forget(PersonId person) {
    devices.deleteAll(person);
  }

  /// Where the first link leads.
  private static String path(Object... arguments) {
    return Arrays.stream(arguments)
        .filter(Link.class::isInstance)
        .map(it -> ((Link) it).path())
        .findFirst()
        .orElse("/home");
  }

  /// A line break in a name must begin neither a header nor a line of its own.
  private static String line(Object argument) {
    return String.valueOf(argument).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }

  private static @Nullable Instant endOf(Instant now, Object... arguments) {
    Instant end = null;
    for (var argument : arguments) {
      var lasts = argument instanceof Link link ? link.lasts() : null;
      if (lasts != null && (end == null || now.plus(lasts).isBefore(end))) {
        end = now.plus(lasts);
      }
    }
    return end;
  }

  private boolean isForNobody(String to) {
    return to.strip().toLowerCase(Locale.ROOT).endsWith(".invalid") || isPast();
  }

  private boolean isPast() {
    var first = from.getIfAvailable();
    return first != null && clock.instant().isBefore(first.moment());
  }

  private String address(Link link) {
    var address = installation.address().toString();
    return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address)
        + link.path();
  }
}
