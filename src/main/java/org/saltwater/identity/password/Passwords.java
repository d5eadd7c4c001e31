package org.saltwater.identity.password;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Redacted;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Hashes passwords with Argon2id (RFC 9106) at the cost OWASP's Password Storage Cheat Sheet names
/// first among those that fit beside other work: 19 MiB, two passes, one lane, about 50 ms.
@Component
public class Passwords {
  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

  /// A hash of nothing anyone knows: checked against when there is no person, so that the answer
  /// takes as long as if there were one. Made beside the start, not in its way.
  private final SingletonSupplier<String> nobody =
      SingletonSupplier.of(() -> argon2.encode("nobody"));

  /// Bounds the memory that many sign-ins at once may take.
  private final Semaphore places =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  public String hash(Redacted<String> password) {
    return inTurn(() -> argon2.encode(PasswordRules.normal(password.value())));
  }

  /// @param hash null if there is no such person or they have no password; takes as long
  public boolean matches(Redacted<String> password, @Nullable String hash) {
    var typed = password.value();
    var bounded = typed.length() > 4 * PasswordRules.LONGEST ? "" : PasswordRules.normal(typed);
    boolean same = inTurn(() -> argon2.matches(bounded, hash == null ? nobody.obtain() : hash));
    return same && hash != null;
  }

  /// The first stranger's answer is not to take longer than the second's.
  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    Thread.ofVirtual().name("passwords").start(nobody::obtain);
  }

  private <T> T inTurn(Supplier<T> work) {
    places.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
