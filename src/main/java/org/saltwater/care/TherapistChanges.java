package org.saltwater.care;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Changes of therapist, from the first thought to the first appointment with the next one. A
/// client may begin one at any time, think it over for days, and give it up again.
@Component
@Transactional
public class TherapistChanges {
  private static final JsonMapper JSON = new JsonMapper();

  private final ChangeRows rows;
  private final Episodes episodes;
  private final ChangeCompletion completion;
  private final Vault vault;
  private final Clock clock;

  TherapistChanges(
      ChangeRows rows, Episodes episodes, ChangeCompletion completion, Vault vault, Clock clock) {
    this.rows = rows;
    this.episodes = episodes;
    this.completion = completion;
    this.vault = vault;
    this.clock = clock;
  }

  /// Begins a change, or goes on with the one begun before.
  ///
  /// @throws Refusal `no-therapist-yet`
  public TherapistChange begin(ClientId client) {
    var from = from(client).orElseThrow(() -> new Refusal(CareProblem.NO_THERAPIST_YET));
    rows.findBegun(client)
        .filter(change -> !change.from().equals(from))
        .ifPresent(stale -> rows.setGivenUp(stale.id()));
    rows.insert(client, from, now());
    return rows.findBegun(client).orElseThrow();
  }

  /// Whose material would travel: the therapist's, or, where a deputy looks after the client, that
  /// of the one who left.
  private Optional<TherapistId> from(ClientId client) {
    return episodes.findOpen(client).map(it -> it.deputyFor().orElse(it.therapist()));
  }

  public Optional<TherapistChange> findBegun(ClientId client) {
    return rows.findBegun(client);
  }

  /// @throws Refusal `not-found` if the client has none by this id
  public TherapistChange get(UUID id, ClientId client) {
    return rows.find(id)
        .filter(change -> change.client().equals(client))
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// @throws Refusal `not-found`; `change-already-made` if it is begun no longer
  public TherapistChange chooseWhatTravels(UUID id, ClientId client, Set<Scope> parts) {
    rows.setTravels(begun(id, client).id(), parts);
    return get(id, client);
  }

  /// @throws Refusal `not-found`; `change-already-made` if it is begun no longer
  public void sayWhatWasMissing(UUID id, ClientId client, Missing missing) {
    begun(id, client);
    rows.setMissing(
        id,
        missing.isNothing()
            ? null
            : vault.seal(
                new KeyScope.OfClient(client), place(id), JSON.writeValueAsString(missing)));
  }

  /// What the client said was missing, for themselves and, once it is done, for the next therapist.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not cover it
  public Missing missing(Evidence evidence, TherapistChange change) {
    evidence.require(Scope.SUMMARY, change.doneAt().orElse(change.begunAt()));
    return rows.findMissing(change.id())
        .map(
            stored ->
                vault.open(
                    evidence, new KeyScope.OfClient(change.client()), place(change.id()), stored))
        .map(text -> JSON.readValue(text, Missing.class))
        .orElse(Missing.NOTHING);
  }

  /// @throws Refusal `not-found`; `change-already-made` if it is begun no longer
  public void giveUp(UUID id, ClientId client) {
    rows.setGivenUp(begun(id, client).id());
  }

  /// Makes the change: everything in one transaction, or nothing. Asking again for the very same
  /// changes nothing.
  ///
  /// @return the first appointment with the next therapist
  /// @throws Refusal `not-found`, `change-already-made`, `change-unfinished` if what travels was
  ///     not chosen, `same-therapist`, `therapist-full`, and those of `Appointments.hold`
  public Appointment complete(
      UUID id, ClientId client, TherapistId to, Instant start, Modality modality) {
    get(id, client);
    return completion.complete(id, client, to, start, modality);
  }

  private TherapistChange begun(UUID id, ClientId client) {
    return rows.findToChange(id)
        .filter(change -> change.client().equals(client))
        .map(ChangeCompletion::requireBegun)
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static Place place(UUID change) {
    return new Place("care_therapist_change", change, "missing");
  }
}
