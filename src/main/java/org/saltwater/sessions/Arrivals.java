package org.saltwater.sessions;

import java.util.Optional;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.stereotype.Component;

/// Where clients are during an hour, sealed.
@Component
class Arrivals {
  private final SessionRows rows;
  private final Vault vault;

  Arrivals(SessionRows rows, Vault vault) {
    this.rows = rows;
    this.vault = vault;
  }

  void save(ClientId client, AppointmentId session, Arrival arrival) {
    var key = new KeyScope.OfClient(client);
    rows.saveArrival(
        session,
        vault.seal(key, location(session), arrival.location()),
        vault.seal(key, callBack(session), arrival.callBack()));
  }

  /// @throws org.saltwater.kernel.Refusal `not-allowed` if the evidence does not reach appointments
  Optional<Arrival> find(Evidence evidence, AppointmentId session) {
    evidence.require(Scope.APPOINTMENTS);
    return rows.findArrival(session).map(row -> open(evidence, row));
  }

  /// What the client said last time, so that confirming it again is one press.
  Optional<Arrival> findLast(ClientId client) {
    return rows.findLastArrival(client).map(row -> open(Evidence.own(client), row));
  }

  private Arrival open(Evidence evidence, SessionRows.SealedArrival sealed) {
    var key = new KeyScope.OfClient(evidence.owner());
    return new Arrival(
        vault.open(evidence, key, location(sealed.session()), sealed.location()),
        vault.open(evidence, key, callBack(sealed.session()), sealed.callBack()));
  }

  private static Place location(AppointmentId session) {
    return new Place("sessions_session", session.value(), "sealed_location");
  }

  private static Place callBack(AppointmentId session) {
    return new Place("sessions_session", session.value(), "sealed_call_back");
  }
}
