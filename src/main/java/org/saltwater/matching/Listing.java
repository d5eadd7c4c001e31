package org.saltwater.matching;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.saltwater.intake.WishKind;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.TherapistId;
import org.saltwater.scheduling.Slot;
import org.saltwater.therapists.TherapistProfile;

/// One therapist as matching keeps them in memory: sets as bits, times as minutes since 1970.
final class Listing {
  final TherapistId id;
  final long key;
  final List<Jurisdiction> licences;
  final List<String> languages;
  final int modalities;

  /// What wishes can be about, see [Traits].
  final long traits;

  final boolean highRisk;
  final boolean free;
  final int notice;

  /// Of a session; zero while nothing is free.
  final Duration length;

  /// Points of [OutcomeEstimate] by problem domain.
  final byte[] outcomes;

  private final int[] starts;

  /// @param slots free times, soonest first
  /// @param notice the least time between booking and meeting, in minutes
  Listing(TherapistProfile profile, List<Slot> slots, int notice, byte[] outcomes) {
    this.id = profile.id();
    this.key = FairOrder.key(profile.id());
    this.licences = List.copyOf(profile.licences());
    this.languages = List.copyOf(profile.languages());
    this.modalities = Bits.of(profile.modalities());
    this.traits =
        Traits.of(WishKind.SPECIALTY, Bits.of(profile.specialties()))
            | Traits.of(WishKind.APPROACH, Bits.of(profile.approaches()))
            | Traits.of(WishKind.GENDER, Bits.of(profile.gender().map(Set::of).orElse(Set.of())))
            | Traits.of(
                WishKind.AGE_BAND, Bits.of(profile.ageBand().map(Set::of).orElse(Set.of())));
    this.highRisk = profile.worksWithHighRisk();
    this.free = profile.free() > 0;
    this.starts = slots.stream().mapToInt(Listing::minute).toArray();
    this.notice = notice;
    this.length =
        slots.isEmpty()
            ? Duration.ZERO
            : Duration.between(slots.getFirst().start(), slots.getFirst().end());
    this.outcomes = outcomes;
  }

  int[] starts() {
    return starts;
  }

  /// The place of the first free time then or later.
  int firstFrom(int minute) {
    var found = Arrays.binarySearch(starts, minute);
    return found >= 0 ? found : -found - 1;
  }

  /// The free time at a place; `Integer.MAX_VALUE` after the last.
  int start(int at) {
    return at < starts.length ? starts[at] : Integer.MAX_VALUE;
  }

  /// What is true of them, of the things a wish of this kind can name.
  int bitsOf(WishKind kind) {
    return Traits.bits(traits, kind);
  }

  private static int minute(Slot slot) {
    return (int) (slot.start().getEpochSecond() / 60);
  }
}
