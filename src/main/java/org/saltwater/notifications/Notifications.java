package org.saltwater.notifications;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import org.saltwater.kernel.Installation;
import org.saltwater.site.Words;
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
  private final MessageSource bundles;
  private final Installation installation;
  private final Clock clock;

  Notifications(
      Outbox outbox,
      Courier courier,
      MessageSource bundles,
      Installation installation,
      Clock clock) {
    this.outbox = outbox;
    this.courier = courier;
    this.bundles = bundles;
    this.installation = installation;
    this.clock = clock;
  }

  /// Queues a mail in the caller's transaction. The practice's name is `{0}` in every text, the
  /// arguments follow from `{1}` on; a link is given as a path of this installation, such as
  /// `/reset/…`, and written out in full.
  ///
  /// A mail to an address under `.invalid`, which no mail can ever reach (RFC 2606 §2), is not
  /// written down: a smoke test's people have such.
  ///
  /// @param arguments names, times and links only
  @Transactional
  public void mail(String to, Notice notice, Object... arguments) {
    if (to.strip().toLowerCase(Locale.ROOT).endsWith(".invalid")) {
      return;
    }
    var words = new Words(bundles, Locale.ENGLISH);
    var all = new Object[arguments.length + 1];
    all[0] = installation.practice();
    for (int i = 0; i < arguments.length; i++) {
      all[i + 1] =
          arguments[i] instanceof String text && text.startsWith("/")
              ? link(text)
              : String.valueOf(arguments[i]);
    }
    outbox.add(
        new Mail(
            UUID.randomUUID(),
            to,
            // A line break in a name must not begin a header of its own.
            words.say(notice.subjectKey(), all).replaceAll("\\s+", " ").strip(),
            words.say(notice.bodyKey(), all).strip() + "\n",
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            0));
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              courier.wake();
            }
          });
    }
  }

  private String link(String path) {
    var address = installation.address().toString();
    return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path;
  }
}
