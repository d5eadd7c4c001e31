package org.saltwater.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;

/// That someone may read one client's data, now: who, whose, which part of it, and on what ground.
/// Only two places make it: [#own(ClientId)], for a client who reads what is theirs, and `care`'s
/// `Access`, for everyone else. A test keeps it so.
///
/// It is worth a few seconds only, so that nothing holds on to it: ask anew for each request.
public final class Evidence {
  /// On what ground someone reads.
  public enum Basis {
    OWN,
    TREATING,
    SUPERVISION,
    ON_CALL
  }

  /// Half of the five seconds after which a closed edge must be closed everywhere.
  public static final Duration WORTH = Duration.ofMillis(2_500);

  /// No edge closes between a client and what is theirs, so a machine that is slow for a while must
  /// not turn them away from it.
  private static final Duration OWN_WORTH = Duration.ofSeconds(30);

  private final PersonId reader;
  private final ClientId owner;
  private final Basis basis;
  private final Optional<Scope> scope;
  private final Instant since;
  private final long endsAtNanos;

  private Evidence(
      PersonId reader,
      ClientId owner,
      Basis basis,
      Optional<Scope> scope,
      Instant since,
      Duration worth) {
    this.reader = reader;
    this.owner = owner;
    this.basis = basis;
    this.scope = scope;
    this.since = since;
    // A span, not a time of day: the machine's own ticking can't be set back.
    this.endsAtNanos = System.nanoTime() + worth.toNanos();
  }

  /// The client reads what is theirs.
  public static Evidence own(ClientId client) {
    return new Evidence(
        client.person(), client, Basis.OWN, Optional.empty(), Instant.MIN, OWN_WORTH);
  }

  /// For `care`'s `Access` alone.
  ///
  /// @param since nothing written before this is covered
  public static Evidence granted(
      PersonId reader, ClientId owner, Basis basis, Scope scope, Instant since) {
    return new Evidence(reader, owner, basis, Optional.of(scope), since, WORTH);
  }

  static Evidence granted(
      PersonId reader, ClientId owner, Basis basis, Scope scope, Duration worth) {
    return new Evidence(reader, owner, basis, Optional.of(scope), Instant.MIN, worth);
  }

  public PersonId reader() {
    return reader;
  }

  public ClientId owner() {
    return owner;
  }

  public Basis basis() {
    return basis;
  }

  /// Whether it is still worth anything and covers this part of the record.
  public boolean covers(Scope part) {
    return !isOver() && scope.map(part::equals).orElse(true);
  }

  /// Whether it covers this part of the record, as far as it was written at this time.
  public boolean covers(Scope part, Instant writtenAt) {
    return covers(part) && !writtenAt.isBefore(since);
  }

  /// @throws Refusal `not-allowed` if it does not cover this part of the record
  public void require(Scope part) {
    if (!covers(part)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
  }

  /// @throws Refusal `not-allowed` if it does not cover this part of the record as of this time
  public void require(Scope part, Instant writtenAt) {
    if (!covers(part, writtenAt)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
  }

  boolean isOver() {
    return System.nanoTime() - endsAtNanos >= 0;
  }

  @Override
  public String toString() {
    return "Evidence[" + basis + "]";
  }
}
