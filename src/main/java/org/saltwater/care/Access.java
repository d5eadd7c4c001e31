package org.saltwater.care;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door to clinical data. Whoever wants to read comes here first, and each time anew: the
/// answer is evidence that the vault opens against, worth a few seconds, and a line in the log.
@Component
public class Access {
  private final EdgeRows edges;
  private final AuditLog audit;
  private final TransactionTemplate joined;
  private final TransactionTemplate apart;
  private final Clock clock;

  Access(EdgeRows edges, AuditLog audit, PlatformTransactionManager transactions, Clock clock) {
    this.edges = edges;
    this.audit = audit;
    this.joined = new TransactionTemplate(transactions);
    this.apart = new TransactionTemplate(transactions);
    this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.clock = clock;
  }

  /// Lets a person read one part of a client's record, and writes that down; not inside a read-only
  /// transaction. A client reading their own is let in without a line.
  ///
  /// @throws Refusal `not-found` if no open edge between the two reaches that part, as if there
  ///     were no such client; the attempt is written down even if the caller's transaction is
  ///     rolled back for it
  public Evidence toRead(SignedIn reader, ClientId client, Scope scope) {
    return toRead(reader, client, scope, "record." + scope.code());
  }

  /// As [#toRead(SignedIn, ClientId, Scope)], for what the reader wrote themselves: the line names
  /// that, so that the client does not take it for a reading of their own answers.
  ///
  /// @param thing a stable code such as `alliance.check-in`
  public Evidence toReadAgain(SignedIn author, ClientId client, Scope scope, String thing) {
    return toRead(author, client, scope, thing);
  }

  /// As [#toRead(SignedIn, ClientId, Scope)], for one thing in that part which the client knows by
  // a
  /// name of its own, so that the line can name it.
  ///
  /// @param thing a stable code such as `crying.shown`
  public Evidence toReadPart(SignedIn reader, ClientId client, Scope scope, String thing) {
    return toRead(reader, client, scope, thing);
  }

  private Evidence toRead(SignedIn reader, ClientId client, Scope scope, String thing) {
    if (reader.id().equals(client.person())) {
      return Evidence.own(client);
    }
    var found = find(reader, client, scope);
    if (found.isEmpty()) {
      apart.executeWithoutResult(
          status -> write(reader.id(), AuditAction.REFUSED, client, thing, "edge.none"));
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var edge = found.get().edge();
    joined.executeWithoutResult(
        status -> write(reader.id(), AuditAction.READ, client, thing, edge.kind().code()));
    return Evidence.granted(reader.id(), client, edge.kind().basis(), scope, found.get().since());
  }

  /// Lets whoever follows up on a risk flag read how the client wants to be reached, and writes
  /// that down. `safety` has decided before that they are on call, a coordinator, or the therapist.
  Evidence toReach(SignedIn reader, ClientId client) {
    joined.executeWithoutResult(
        status ->
            audit.write(
                new AuditEntry(
                    reader.id(), AuditAction.READ, client, "safety.contact", "risk.follow-up")));
    return Evidence.granted(
        reader.id(), client, Evidence.Basis.ON_CALL, Scope.CONTACT, Instant.MIN);
  }

  /// Whether a person could read now. Gives nothing to read with and writes nothing down: for what
  /// is shown or hidden on a page, and for deciding whether a socket may stay open.
  public boolean mayRead(SignedIn reader, ClientId client, Scope scope) {
    return reader.id().equals(client.person()) || find(reader, client, scope).isPresent();
  }

  private Optional<EdgeRows.Reaching> find(SignedIn reader, ClientId client, Scope scope) {
    return edges.listReaching(reader.id(), client, scope, clock.instant()).stream()
        .filter(reaching -> reader.is(reaching.edge().kind().role()))
        .findFirst();
  }

  private void write(
      PersonId reader, AuditAction action, ClientId client, String thing, String reason) {
    audit.write(new AuditEntry(reader, action, client, thing, reason));
  }
}
