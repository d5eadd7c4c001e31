package org.saltwater.matching;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saltwater.intake.DayPart;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.intake.Part;
import org.saltwater.intake.Weight;
import org.saltwater.intake.Wish;
import org.saltwater.intake.WishKind;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Outcomes.Outcome;
import org.saltwater.safety.RiskLevel;
import org.saltwater.scheduling.Slot;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;

/// A practice and its clients drawn from a seed: the same seed, the same people. Few values of
/// each kind, so that filters meet and ties are common.
final class InventedPractice {
  private static final List<String> PLACES = List.of("DE", "AT", "US", "US-CA", "US-NY", "GB");
  private static final List<String> LANGUAGES = List.of("en", "de", "es", "tr");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");

  final List<TherapistProfile> profiles;
  final List<Slot> slots = new ArrayList<>();
  final List<Outcome> outcomes = new ArrayList<>();
  private final Random random;

  InventedPractice(Random random, Instant now) {
    this(random, now, random.nextInt(120));
  }

  InventedPractice(Random random, Instant now, int size) {
    this.random = random;
    this.profiles = IntStream.range(0, size).mapToObj(this::profile).toList();
    for (var profile : profiles) {
      slots.addAll(slots(profile.id(), now));
      Stream.of(ProblemDomain.values())
          .filter(domain -> random.nextInt(4) == 0)
          .map(
              domain ->
                  new Outcome(
                      profile.id(), domain, 1 + random.nextInt(80), random.nextGaussian() * .4))
          .forEach(outcomes::add);
    }
  }

  MatchRequest request() {
    var answers =
        new MatchingAnswers(
            new ClientId(new UUID(random.nextLong(), random.nextLong())),
            new Jurisdiction(pick(PLACES)),
            some(LANGUAGES, 2, Function.identity()),
            List.copyOf(some(List.of(ProblemDomain.values()), random.nextInt(8), any -> any)),
            some(List.of(Modality.values()), 2, any -> any),
            Stream.generate(this::wish).limit(random.nextInt(5)).distinct().toList(),
            random.nextBoolean()
                ? Set.of()
                : Stream.generate(this::time).limit(6).collect(Collectors.toSet()),
            ZoneId.of(pick(ZONES)),
            pick(List.of(RiskLevel.values())));
    return new MatchRequest(
        answers,
        profiles.stream()
            .filter(any -> random.nextInt(20) == 0)
            // Nobody leaves therapists by the hundred, however large the practice is.
            .limit(6)
            .map(TherapistProfile::id)
            .collect(Collectors.toSet()),
        List.of());
  }

  private TherapistProfile profile(int number) {
    var capacity = 1 + random.nextInt(20);
    return new TherapistProfile(
        new TherapistId(new UUID(random.nextLong(), random.nextLong())),
        "Therapist " + number,
        "Psychologist",
        "",
        some(PLACES, 2, Jurisdiction::new),
        some(LANGUAGES, 2, Function.identity()),
        ZoneId.of(pick(ZONES)),
        some(List.of(Modality.values()), 2, any -> any),
        some(List.of(ProblemDomain.values()), 4, any -> any),
        some(List.of(Approach.values()), 3, any -> any),
        maybe(Gender.values()),
        maybe(AgeBand.values()),
        random.nextInt(3) > 0,
        capacity,
        random.nextInt(4) == 0 ? capacity : random.nextInt(capacity),
        random.nextInt(10) == 0 ? Standing.PAUSED : Standing.ACTIVE);
  }

  private List<Slot> slots(TherapistId therapist, Instant now) {
    // Minutes beside the quarter of an hour, too: hours may begin at 09:10.
    var odd = random.nextInt(4) == 0 ? random.nextInt(15) : 0;
    return IntStream.range(0, random.nextInt(12))
        .mapToObj(any -> random.nextInt(16 * 96))
        .distinct()
        .map(
            quarter -> {
              var start =
                  Instant.ofEpochSecond(
                      Math.floorDiv(now.getEpochSecond(), 900) * 900L + quarter * 900L + odd * 60L);
              return new Slot(therapist, start, start.plus(Duration.ofMinutes(50)));
            })
        .sorted(Comparator.comparing(Slot::start))
        .toList();
  }

  private Wish wish() {
    var kind = pick(List.of(WishKind.values()));
    Enum<?>[] values =
        switch (kind) {
          case GENDER -> Gender.values();
          case AGE_BAND -> AgeBand.values();
          case APPROACH -> Approach.values();
          case SPECIALTY -> ProblemDomain.values();
        };
    var weight = random.nextInt(3) > 0 ? Weight.WOULD_LIKE : pick(List.of(Weight.values()));
    return new Wish(kind, values[random.nextInt(values.length)].name(), weight);
  }

  private DayPart time() {
    return new DayPart(java.time.DayOfWeek.of(1 + random.nextInt(7)), pick(List.of(Part.values())));
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <E> Optional<E> maybe(E[] values) {
    return random.nextInt(4) == 0
        ? Optional.empty()
        : Optional.of(values[random.nextInt(values.length)]);
  }

  private <T, R> Set<R> some(List<T> values, int most, Function<T, R> read) {
    return Stream.generate(() -> pick(values)).limit(most).map(read).collect(Collectors.toSet());
  }
}
