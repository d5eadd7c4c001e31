package org.saltwater.therapists;

import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The practice's therapists: who they are, what they offer, and how many places they have.
@Service
@Transactional
public class Therapists {
  private static final int BATCH = 1_000;

  private final ProfileTable table;
  private final ApplicationEventPublisher events;
  private final AuditLog audit;
  private final Clock clock;

  Therapists(ProfileTable table, ApplicationEventPublisher events, AuditLog audit, Clock clock) {
    this.table = table;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /// @throws Refusal `therapist-unknown`
  @Transactional(readOnly = true)
  public TherapistProfile get(TherapistId id) {
    return table.find(id).orElseThrow(() -> new Refusal(TherapistProblem.THERAPIST_UNKNOWN));
  }

  @Transactional(readOnly = true)
  public Optional<TherapistProfile> find(TherapistId id) {
    return table.find(id);
  }

  /// Everyone who has not left, those on a pause included, by name. Meant for a whole directory
  /// in memory; pages take [#listFrom].
  @Transactional(readOnly = true)
  public List<TherapistProfile> list() {
    return table.listPresent();
  }

  @Transactional(readOnly = true)
  public List<TherapistProfile> listAllOf(Collection<TherapistId> ids) {
    return table.listAllOf(ids);
  }

  /// The practice's places in sum, in one statement however large the directory.
  @Transactional(readOnly = true)
  public PlacesInSum countPlaces() {
    return table.countPlaces();
  }

  /// The page of the directory that comes after a therapist, in the order of ids.
  ///
  /// @param after null for the first page
  @Transactional(readOnly = true)
  public List<TherapistProfile> listFrom(@Nullable TherapistId after, int size) {
    return table.listFrom(after, size);
  }

  /// Those whose name holds the text, whatever the case and the accents; at most `size`.
  @Transactional(readOnly = true)
  public List<TherapistProfile> listNamed(String text, int size) {
    var key = NameKey.of(text);
    return key.isEmpty() ? List.of() : table.listNamed(key, size);
  }

  /// @throws Refusal `therapist-exists` if the id has a profile already
  public void register(TherapistProfile profile) {
    if (!table.insert(profile, clock.instant())) {
      throw new Refusal(TherapistProblem.THERAPIST_EXISTS);
    }
    events.publishEvent(new TherapistProfileChanged(profile.id()));
  }

  /// Tens of thousands at once; who is here already stays as they are.
  ///
  /// @return how many came
  public long registerAll(Stream<TherapistProfile> profiles) {
    var now = clock.instant();
    var count =
        profiles
            .gather(Gatherers.windowFixed(BATCH))
            .mapToLong(
                some -> {
                  table.insertAll(some, now);
                  return some.size();
                })
            .sum();
    events.publishEvent(new TherapistsRegistered(count));
    return count;
  }

  /// Takes over everything but `taken`, which only [#takePlace] and [#releasePlace] move.
  ///
  /// @throws Refusal `therapist-unknown`, or `therapist-left` for one who has gone
  void update(TherapistProfile profile) {
    var current = table.lock(profile.id());
    if (!current.canBecome(profile.standing())) {
      throw new Refusal(TherapistProblem.THERAPIST_LEFT);
    }
    table.update(profile, clock.instant());
    events.publishEvent(new TherapistProfileChanged(profile.id()));
  }

  /// What a therapist says of themselves: registers them the first time. Licences and competence
  /// for high risk stay as they were confirmed, whatever the profile says.
  ///
  /// @throws Refusal `therapist-left` for one who has gone
  public void save(TherapistProfile profile) {
    var known = table.find(profile.id());
    if (known.isEmpty()) {
      register(profile.withConfirmed(Set.of(), false));
    } else {
      table.lock(profile.id());
      var current = get(profile.id());
      update(profile.withConfirmed(current.licences(), current.worksWithHighRisk()));
    }
  }

  /// How many clients a therapist may have at once, and whether they take new ones now.
  ///
  /// @throws Refusal `therapist-unknown`, or `therapist-left` for one who has gone
  public void changePlaces(TherapistId id, int capacity, Standing standing, PersonId by) {
    table.lock(id);
    update(get(id).withPlaces(capacity, standing));
    write(by, "places");
  }

  /// What a coordinator has seen papers for.
  ///
  /// @throws Refusal `therapist-unknown`, or `therapist-left` for one who has gone
  public void confirm(
      TherapistId id, Set<Jurisdiction> licences, boolean worksWithHighRisk, PersonId by) {
    table.lock(id);
    update(get(id).withConfirmed(licences, worksWithHighRisk));
    write(by, "confirmed");
  }

  /// One more client. A single statement checks and counts, so two who come at the same moment
  /// cannot both have the last place.
  ///
  /// @throws Refusal `therapist-full` if nothing is free, or the therapist is on a pause or gone
  public void takePlace(TherapistId id) {
    if (!table.takePlace(id, clock.instant())) {
      throw new Refusal(TherapistProblem.THERAPIST_FULL);
    }
    events.publishEvent(new TherapistProfileChanged(id));
  }

  /// One client less; never below none.
  public void releasePlace(TherapistId id) {
    if (table.releasePlace(id, clock.instant())) {
      events.publishEvent(new TherapistProfileChanged(id));
    }
  }

  /// Keeps several as they are until the caller's transaction ends; in one order, so that two who
  /// both want both never wait in a ring.
  @Transactional(propagation = Propagation.MANDATORY)
  public List<TherapistProfile> lock(Collection<TherapistId> ids) {
    return table.lockAll(ids);
  }

  /// Who looks after the clients of someone who has left: their deputy or, if that one has left
  /// too, theirs.
  ///
  /// @throws Refusal `therapist-unknown` if they have not left
  @Transactional(readOnly = true)
  public TherapistId getDeputyOf(TherapistId left) {
    var passed = new HashSet<TherapistId>();
    var deputy = left;
    for (var next = table.findDeputy(left); next.isPresent(); next = table.findDeputy(deputy)) {
      if (!passed.add(deputy)) {
        throw new IllegalStateException("Those who left name each other.");
      }
      deputy = next.get();
    }
    if (deputy.equals(left)) {
      throw new Refusal(TherapistProblem.THERAPIST_UNKNOWN);
    }
    return deputy;
  }

  /// A therapist leaves the practice. Their clients are not moved here: whoever holds clients or
  /// appointments hears [TherapistLeft].
  ///
  /// @throws Refusal `therapist-unknown`, `therapist-left` if they had gone before, `deputy-unfit`
  ///     if the deputy is the same person or is not here any more
  public void leave(TherapistId id, TherapistId deputy, PersonId by) {
    // Both at once: a deputy who leaves at this very moment is none.
    var both = table.lockAll(List.of(id, deputy));
    if (standing(both, id).orElseThrow(() -> new Refusal(TherapistProblem.THERAPIST_UNKNOWN))
        == Standing.LEFT) {
      throw new Refusal(TherapistProblem.THERAPIST_LEFT);
    }
    var stays = standing(both, deputy).filter(standing -> standing != Standing.LEFT).isPresent();
    if (!stays || deputy.equals(id)) {
      throw new Refusal(TherapistProblem.DEPUTY_UNFIT);
    }
    table.leave(id, deputy, clock.instant());
    events.publishEvent(new TherapistProfileChanged(id));
    events.publishEvent(new TherapistLeft(id, deputy));
    write(by, "left");
  }

  private void write(PersonId by, String reason) {
    audit.write(new AuditEntry(by, AuditAction.CHANGED, null, "therapists.profile", reason));
  }

  /// Two leave together, each named as the other's deputy: they treat nobody any more, so nobody
  /// has to hear of it.
  ///
  /// @throws Refusal `therapist-unknown`
  /// @throws IllegalStateException if one of them has a client still
  public void leaveTogether(TherapistId one, TherapistId other) {
    var both = table.lockAll(List.of(one, other));
    if (both.size() < 2) {
      throw new Refusal(TherapistProblem.THERAPIST_UNKNOWN);
    }
    // Whoever looks after another's clients holds no place for them.
    if (both.stream().anyMatch(it -> it.taken() > 0) || table.isDeputyOfOthers(one, other)) {
      throw new IllegalStateException("A therapist with clients needs a deputy who stays.");
    }
    var now = clock.instant();
    table.leave(one, other, now);
    table.leave(other, one, now);
    events.publishEvent(new TherapistProfileChanged(one));
    events.publishEvent(new TherapistProfileChanged(other));
  }

  private static Optional<Standing> standing(List<TherapistProfile> profiles, TherapistId id) {
    return profiles.stream()
        .filter(it -> it.id().equals(id))
        .map(TherapistProfile::standing)
        .findFirst();
  }
}
