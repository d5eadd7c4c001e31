package org.saltwater.care;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Appointment;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.Therapists;
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
  private final ChangeFit fit;
  private final Therapists therapists;
  private final Vault vault;
  private final AuditLog audit;
  private final CareSettings settings;
  private final Clock clock;

  TherapistChanges(
      ChangeRows rows,
      Episodes episodes,
      ChangeCompletion completion,
      ChangeFit fit,
      Therapists therapists,
      Vault vault,
      AuditLog audit,
      CareSettings settings,
      Clock clock) {
    this.rows = rows;
    this.episodes = episodes;
    this.completion = completion;
    this.fit = fit;
    this.therapists = therapists;
    this.vault = vault;
    this.audit = audit;
    this.settings = settings;
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

  /// What the client may let travel now. A therapist who has left writes no summary any more.
  public List<Scope> listParts(ClientId client) {
    var hasLeft =
        from(client).filter(it -> therapists.get(it).standing() == Standing.LEFT).isPresent();
    return TherapistChange.PARTS.stream()
        .filter(part -> part != Scope.SUMMARY || !hasLeft)
        .toList();
  }

  /// Whether it may lead to a therapist, before a time is kept with them.
  ///
  /// @param modality null if no hour is booked with it
  /// @throws Refusal `change-unfinished`, `no-therapist-yet`, `same-therapist`,
  ///     `therapist-does-not-fit`, `therapist-full`, `questionnaire-needed`
  public void requireFit(TherapistChange change, TherapistId to, @Nullable Modality modality) {
    var current =
        episodes
            .findOpen(change.client())
            .orElseThrow(() -> new Refusal(CareProblem.NO_THERAPIST_YET));
    fit.require(change, current, to, modality);
  }

  /// Whether a change leads, or has led, to staying with whom the client is with now.
  ///
  /// @throws Refusal `not-found` if the client has none by this id
  public boolean isStaying(UUID id, ClientId client, TherapistId to) {
    var change = get(id, client);
    return change.to().isPresent()
        ? change.to().get().equals(to)
        : episodes.findOpen(client, to).filter(Episode::isDeputy).isPresent();
  }

  /// For how many days the therapist before may add a summary.
  public long summaryDays() {
    return settings.summaryWithin().toDays();
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

  /// @throws Refusal `not-found`; `change-already-made` if it is begun no longer; `invalid` for
  // what
  ///     can't travel
  public TherapistChange chooseWhatTravels(UUID id, ClientId client, Set<Scope> parts) {
    if (!TherapistChange.PARTS.containsAll(parts)) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("parts", "problem.field.other")));
    }
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
    audit.write(
        new AuditEntry(
            client.person(), AuditAction.CHANGED, client, "record.missing", "change:" + id));
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

  /// The client stays with the deputy of the therapist who left. Asking again changes nothing.
  ///
  /// @throws Refusal `not-found`, `change-already-made`, `change-unfinished`, `same-therapist` if
  ///     nobody stands in for anybody, `therapist-does-not-fit`, `therapist-full`
  public void stay(UUID id, ClientId client) {
    get(id, client);
    completion.stay(id, client);
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
