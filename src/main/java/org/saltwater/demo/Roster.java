package org.saltwater.demo;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.scheduling.Availability;
import org.saltwater.scheduling.WeeklyHours;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;
import tools.jackson.databind.json.JsonMapper;

/// The invented therapists. The first forty are written down one by one; any more are drawn, each
/// from its own number, so that the same number is the same person in a practice of any size.
final class Roster {
  private static final long SEED = 0x5ea_1;
  private static final int USUAL_MINUTES = 50;
  private static final List<String> TITLES =
      List.of("Psychologist", "Psychotherapist", "Counsellor", "Clinical psychologist");
  private static final List<Place> PLACES =
      List.of(
          new Place("GB", "Europe/London"),
          new Place("DE", "Europe/Berlin"),
          new Place("US-CA", "America/Los_Angeles"),
          new Place("US-NY", "America/New_York"),
          new Place("IE", "Europe/Dublin"),
          new Place("FR", "Europe/Paris"),
          new Place("AT", "Europe/Vienna"),
          new Place("CH", "Europe/Zurich"),
          new Place("ES", "Europe/Madrid"));

  private final List<Written> written;
  private final Names names;
  private final Sentences sentences;

  Roster(Names names, Sentences sentences) {
    this.names = names;
    this.sentences = sentences;
    try (var file = DemoFiles.open("therapists.json")) {
      this.written = List.of(JsonMapper.shared().readValue(file, Written[].class));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /// One therapist with the hours they offer.
  record Entry(int number, TherapistProfile profile, Availability hours) {
    String email() {
      return Names.email(profile.name(), "t" + number);
    }

    /// There at every hour for a short while, so that a session can be tried out at once. They are
    /// given no clients.
    boolean isAlwaysThere() {
      return hours.notice().isZero();
    }
  }

  private record Place(String code, String zone) {}

  /// As it stands in the file.
  record Written(
      String name,
      String title,
      String about,
      List<String> licences,
      List<String> languages,
      ZoneId zone,
      List<Modality> modalities,
      List<ProblemDomain> specialties,
      List<Approach> approaches,
      Optional<Gender> gender,
      Optional<AgeBand> ageBand,
      boolean worksWithHighRisk,
      int capacity,
      List<String> hours,
      int minutes) {}

  /// The first `count` therapists.
  Stream<Entry> list(int count) {
    return list(0, count);
  }

  /// @param from counted from 0
  /// @param to not included
  Stream<Entry> list(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::get);
  }

  /// Where a place's clocks run.
  static ZoneId zoneOf(Jurisdiction place) {
    return PLACES.stream()
        .filter(known -> known.code().equals(place.code()))
        .map(known -> ZoneId.of(known.zone()))
        .findFirst()
        .orElseThrow();
  }

  private Entry get(int number) {
    return number < written.size() ? written(number, written.get(number)) : drawn(number);
  }

  private static Entry written(int number, Written it) {
    var profile =
        new TherapistProfile(
            DemoIds.therapist(number),
            it.name(),
            it.title(),
            it.about(),
            licences(it.licences()),
            Set.copyOf(it.languages()),
            it.zone(),
            Set.copyOf(it.modalities()),
            Set.copyOf(it.specialties()),
            Set.copyOf(it.approaches()),
            it.gender(),
            it.ageBand(),
            it.worksWithHighRisk(),
            it.capacity(),
            0,
            Standing.ACTIVE);
    return new Entry(number, profile, hours(it.zone(), it.hours(), it.minutes(), number));
  }

  private static Set<Jurisdiction> licences(List<String> codes) {
    return codes.stream().map(Jurisdiction::new).collect(Collectors.toUnmodifiableSet());
  }

  private Entry drawn(int number) {
    var random = new SplittableRandom(SEED + number);
    var person = names.draw(random);
    var place = Names.pick(PLACES, random);
    var licences = new HashSet<>(Set.of(new Jurisdiction(place.code())));
    if (random.nextInt(3) == 0) {
      licences.add(new Jurisdiction(Names.pick(PLACES, random).code()));
    }
    var languages = new HashSet<>(person.group().languages());
    languages.add("en");
    var zone = ZoneId.of(place.zone());
    var profile =
        new TherapistProfile(
            DemoIds.therapist(number),
            person.name(),
            Names.pick(TITLES, random),
            sentences.pick("about", random),
            licences,
            languages,
            zone,
            modalities(random),
            some(ProblemDomain.values(), 3, random),
            some(Approach.values(), 2, random),
            person.gender(),
            random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(Names.pick(List.of(AgeBand.values()), random)),
            random.nextInt(5) == 0,
            4 + random.nextInt(9),
            0,
            Standing.ACTIVE);
    return new Entry(number, profile, hours(zone, drawnHours(random), USUAL_MINUTES, number));
  }

  private static Availability hours(ZoneId zone, List<String> weekly, int minutes, int number) {
    var lines = weekly.stream().map(WeeklyHours::of).toList();
    var hours = Availability.closed(zone).withWeekly(lines);
    if (minutes != USUAL_MINUTES) {
      return hours.withTimes(Duration.ofMinutes(minutes), Duration.ZERO, Duration.ZERO);
    }
    // Some therapists can be met at short notice, most on the next day.
    var notice = Duration.ofHours(number % 3 == 0 ? 2 : 12);
    return hours.withTimes(Availability.USUAL_LENGTH, Availability.USUAL_BUFFER, notice);
  }

  private static List<String> drawnHours(RandomGenerator random) {
    var days = new ArrayList<>(List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat"));
    var hours = new ArrayList<String>();
    for (int i = 0; i < 3; i++) {
      var day = days.remove(random.nextInt(days.size()));
      var from = 8 + random.nextInt(9);
      hours.add("%s %02d:00-%02d:00".formatted(day, from, Math.min(21, from + 4)));
    }
    return hours;
  }

  private static Set<Modality> modalities(RandomGenerator random) {
    var all = EnumSet.allOf(Modality.class);
    if (random.nextInt(4) == 0) {
      all.remove(Names.pick(List.of(Modality.VIDEO, Modality.PHONE), random));
    }
    return all;
  }

  private static <T> Set<T> some(T[] of, int count, RandomGenerator random) {
    var some = new LinkedHashSet<T>();
    while (some.size() < count) {
      some.add(of[random.nextInt(of.length)]);
    }
    return some;
  }
}
