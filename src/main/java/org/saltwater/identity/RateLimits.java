package org.saltwater.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.saltwater.identity.link.Token;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Counts attempts, in this process's memory only: a restart forgets them, and each node counts for
/// itself.
@Component
public class RateLimits {
  /// An attacker who tries ever new keys pushes out old ones rather than filling the memory, and a
  /// key takes the same room however long it is: it is kept as its hash.
  private static final int MOST_KEYS = 200_000;

  private final Cache<Key, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterAccess(Duration.ofHours(2)).build();
  private final TimeMeter time;
  private final boolean on;

  /// @param on false only where one machine plays many people, as in benchmarks
  RateLimits(Clock clock, @Value("${saltwater.rate-limits:true}") boolean on) {
    this.on = on;
    this.time = new ClockMeter(clock);
  }

  /// Uses one attempt up.
  ///
  /// @param key whose attempts are counted: an e-mail address, a person, a network address
  /// @throws Refusal 429 if none is left
  public void spend(RateLimit limit, String key) {
    if (on && !bucket(limit, key).tryConsume(1)) {
      throw new Refusal(GeneralProblem.TOO_MANY_REQUESTS);
    }
  }

  /// Gives an attempt back, after it turned out to be right.
  public void giveBack(RateLimit limit, String key) {
    bucket(limit, key).addTokens(1);
  }

  private Bucket bucket(RateLimit limit, String key) {
    return buckets.get(
        new Key(limit, new Token(key.strip().toLowerCase(Locale.ROOT)).hashText()),
        fresh ->
            Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(
                    bandwidth ->
                        bandwidth.capacity(limit.most()).refillGreedy(limit.most(), limit.period()))
                .build());
  }

  private record Key(RateLimit limit, String whose) {
    @Override
    public String toString() {
      return limit.name();
    }
  }

  /// Bucket4j's view of our clock.
  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
