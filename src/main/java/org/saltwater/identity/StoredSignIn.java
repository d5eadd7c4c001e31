package org.saltwater.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.link.Token;
import org.springframework.session.Session;

/// What Spring Session sees of one sign-in during one request.
final class StoredSignIn implements Session {
  private final Clock clock;
  private final UUID row;
  private @Nullable Token stored;
  private final Map<String, Object> attributes;
  private final Instant begunAt;
  private Instant storedLastSeenAt;
  private Token token;
  private Instant lastSeenAt;
  private Duration idle;
  private Instant endsAt;
  private boolean changed;

  private StoredSignIn(
      Clock clock, Token token, @Nullable Token stored, SignInRow row, boolean changed) {
    this.clock = clock;
    this.token = token;
    this.stored = stored;
    this.row = row.id();
    this.attributes = new HashMap<>(row.attributes().values());
    this.begunAt = row.begunAt();
    this.storedLastSeenAt = row.lastSeenAt();
    this.lastSeenAt = row.lastSeenAt();
    this.idle = row.idle();
    this.endsAt = row.endsAt();
    this.changed = changed;
  }

  static StoredSignIn begin(Clock clock) {
    var now = clock.instant();
    var limits = SignInLimits.HALF_WAY;
    return new StoredSignIn(
        clock,
        Token.random(),
        null,
        new SignInRow(
            UUID.randomUUID(),
            now,
            now,
            limits.idle(),
            now.plus(limits.longest()),
            Attributes.NONE),
        true);
  }

  static StoredSignIn of(Clock clock, Token token, SignInRow row) {
    var found = new StoredSignIn(clock, token, token, row, false);
    found.lastSeenAt = clock.instant();
    return found;
  }

  UUID row() {
    return row;
  }

  Token token() {
    return token;
  }

  /// The token it has in the database; null before it is first stored.
  @Nullable Token stored() {
    return stored;
  }

  boolean isChanged() {
    return changed;
  }

  boolean isSeenLongAfterStored(Duration grain) {
    return !lastSeenAt.isBefore(storedLastSeenAt.plus(grain));
  }

  /// It is in the database as it is now; the filter may save it more than once in a request.
  void saved() {
    stored = token;
    storedLastSeenAt = lastSeenAt;
    changed = false;
  }

  SignInRow state() {
    return new SignInRow(row, begunAt, lastSeenAt, idle, endsAt, new Attributes(attributes));
  }

  @Override
  public String getId() {
    return token.text();
  }

  @Override
  public String changeSessionId() {
    token = Token.random();
    changed = true;
    return token.text();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getAttribute(String name) {
    return (T) attributes.get(name);
  }

  @Override
  public Set<String> getAttributeNames() {
    return Set.copyOf(attributes.keySet());
  }

  @Override
  public void setAttribute(String name, @Nullable Object value) {
    if (value == null) {
      removeAttribute(name);
    } else if (!value.equals(attributes.put(name, value))) {
      changed = true;
    }
    // How long it may rest and last is decided when it becomes known who it is.
    if (value instanceof SignInLimits limits) {
      idle = limits.idle();
      endsAt = begunAt.plus(limits.longest());
    }
  }

  @Override
  public void removeAttribute(String name) {
    changed |= attributes.remove(name) != null;
  }

  @Override
  public Instant getCreationTime() {
    return begunAt;
  }

  /// The filter tells the machine's time; ours comes from the clock that everything else uses.
  @Override
  public void setLastAccessedTime(Instant ignored) {
    lastSeenAt = clock.instant();
  }

  @Override
  public Instant getLastAccessedTime() {
    return lastSeenAt;
  }

  @Override
  public void setMaxInactiveInterval(Duration interval) {
    if (!interval.equals(idle)) {
      idle = interval;
      changed = true;
    }
  }

  @Override
  public Duration getMaxInactiveInterval() {
    return idle;
  }

  @Override
  public boolean isExpired() {
    return state().isOver(clock.instant());
  }
}
