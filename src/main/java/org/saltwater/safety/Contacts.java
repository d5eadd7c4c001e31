package org.saltwater.safety;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How a client wants to be reached by whoever follows up: a number, an address, a time. Sealed
/// like all they write, and opened only for the one who follows up.
@Component
public class Contacts {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Contacts(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /// Replaces what was left before.
  @Transactional
  public void leave(ClientId client, String howToReach) {
    jdbc.sql("delete from safety_contact where client = ?").param(client.value()).update();
    var row = UUID.randomUUID();
    jdbc.sql("insert into safety_contact (id, client, sealed, left_at) values (?, ?, ?, ?)")
        .params(
            row,
            client.value(),
            vault.seal(new KeyScope.OfClient(client), place(row), howToReach),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /// @throws org.saltwater.kernel.Refusal not-allowed if the evidence does not cover it
  public Optional<String> find(Evidence evidence) {
    evidence.require(Scope.CONTACT);
    var client = evidence.owner();
    return jdbc.sql("select id, sealed from safety_contact where client = ?")
        .param(client.value())
        .query(
            (row, number) ->
                vault.open(
                    evidence,
                    new KeyScope.OfClient(client),
                    place(row.getObject("id", UUID.class)),
                    row.getBytes("sealed")))
        .optional();
  }

  /// Forgets what a client left.
  public void forget(ClientId client) {
    jdbc.sql("delete from safety_contact where client = ?").param(client.value()).update();
  }

  private static Place place(UUID row) {
    return new Place("safety_contact", row, "sealed");
  }
}
