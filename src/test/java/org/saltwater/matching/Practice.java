package org.saltwater.matching;

import static java.util.stream.Collectors.joining;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.saltwater.safety.RiskLevel;
import org.saltwater.scheduling.Slot;
import org.saltwater.testing.TestClock;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Directory;
import org.saltwater.therapists.Gender;

/// A practice as text in, who fits as text out. Rows are those of [Directory] and two cells more:
/// `free Tue-19:00 Wed-08:00`, on the therapist's clock, in the week that begins with
/// [TestClock#START]; and `outcome sleep 50 +0.4`, cases and their mean. Who says nothing is free
/// on Friday at noon.
///
/// A client reads `in DE | speaks en | by video | for sleep | at tue-evening | would_like woman |
/// must schema | risk high | from Europe/Berlin | without Ben`.
final class Practice {
  static final int WITHIN_DAYS = 14;
  static final Instant NOW = TestClock.START;
  private static final ClientId CLIENT = ClientId.of("6f1c1d7e-5a0b-4c53-9d53-0a3a5f6b7c11");

  private final Map<TherapistId, String> names = new HashMap<>();
  private final Roster roster;

  private Practice(String table) {
    var listings = new ArrayList<Listing>();
    for (var row : table.lines().filter(line -> !line.isBlank()).toList()) {
      var profile = Directory.therapist(row);
      var said = cells(row);
      names.put(profile.id(), profile.name());
      var slots =
          said.getOrDefault("free", List.of("Fri-12:00")).stream()
              .map(time -> slot(profile.id(), time, profile.zone()))
              .sorted(java.util.Comparator.comparing(Slot::start))
              .toList();
      listings.add(new Listing(profile, slots, 0, outcomes(said)));
    }
    roster = Roster.empty(NOW, WITHIN_DAYS).with(listings);
  }

  static Practice of(String table) {
    return new Practice(table);
  }

  Roster roster() {
    return roster;
  }

  /// One line a therapist, best first: `Amara Tue 19:00: + woman; + sleep; - schema`.
  String matches(String client) {
    var request = request(client);
    var search = search(request);
    var reasons = new Reasons(request, search.wishes());
    return search.all().stream()
        .map(hit -> reasons.candidate(hit, search.score(hit)))
        .map(candidate -> line(candidate, request.answers().zone()))
        .collect(joining("\n"));
  }

  /// `Amara, Ben`, best first.
  String order(String client) {
    return search(request(client)).all().stream()
        .map(hit -> names.get(hit.listing().id))
        .collect(joining(", "));
  }

  /// What stands in the way of one therapist: `LANGUAGE, CLIENT_EXCLUSIONS MUST WOMAN`.
  String obstacles(String client, String name) {
    return search(request(client)).obstacles(Directory.idOf(name)).stream()
        .map(
            obstacle ->
                obstacle.filter()
                    + obstacle
                        .wish()
                        .map(wish -> " " + wish.weight() + " " + wish.value())
                        .orElse(""))
        .collect(joining(", "));
  }

  Search search(MatchRequest request) {
    return new Search(roster, request, NOW, WITHIN_DAYS);
  }

  static MatchRequest request(String client) {
    var said = cells("client | " + client);
    var wishes =
        Stream.of(Weight.values())
            .flatMap(
                weight ->
                    said.getOrDefault(weight.name().toLowerCase(Locale.ROOT), List.of()).stream()
                        .map(word -> wish(upper(word), weight)))
            .toList();
    var answers =
        new MatchingAnswers(
            CLIENT,
            new Jurisdiction(said.getOrDefault("in", List.of("DE")).getFirst()),
            Set.copyOf(said.getOrDefault("speaks", List.of("en"))),
            said.getOrDefault("for", List.of()).stream()
                .map(word -> ProblemDomain.valueOf(upper(word)))
                .toList(),
            said.getOrDefault("by", List.of("video")).stream()
                .map(word -> Modality.valueOf(upper(word)))
                .collect(Collectors.toSet()),
            wishes,
            said.getOrDefault("at", List.of()).stream()
                .map(Practice::dayPart)
                .collect(Collectors.toSet()),
            ZoneId.of(said.getOrDefault("from", List.of("Europe/Berlin")).getFirst()),
            RiskLevel.valueOf(upper(said.getOrDefault("risk", List.of("low")).getFirst())));
    var without =
        said.getOrDefault("without", List.of()).stream()
            .map(Directory::idOf)
            .collect(Collectors.toSet());
    return new MatchRequest(answers, without, List.of());
  }

  private String line(Candidate candidate, ZoneId zone) {
    var when =
        DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH)
            .withZone(zone)
            .format(candidate.soonest());
    var reasons =
        candidate.reasons().stream()
            .filter(reason -> !(reason instanceof Reason.Free free && free.part().isEmpty()))
            .map(reason -> (reason.isMet() ? "+ " : "- ") + word(reason))
            .collect(joining("; "));
    return names.get(candidate.therapist())
        + " "
        + when
        + (reasons.isEmpty() ? "" : ": " + reasons);
  }

  private static String word(Reason reason) {
    return switch (reason) {
      case Reason.Free free ->
          free.part().orElseThrow().day() + " " + free.part().orElseThrow().part();
      case Reason.Wished wished -> wished.wish().value() + (wished.told() ? "" : " (not told)");
      case Reason.WorksWith with -> with.domain() + (with.first() ? " first" : "");
      case Reason.DoneWell well -> well.domain() + " went well";
    };
  }

  private static Wish wish(String value, Weight weight) {
    var kind =
        Stream.of(Gender.values()).anyMatch(gender -> gender.name().equals(value))
            ? WishKind.GENDER
            : Stream.of(AgeBand.values()).anyMatch(band -> band.name().equals(value))
                ? WishKind.AGE_BAND
                : Stream.of(ProblemDomain.values()).anyMatch(one -> one.name().equals(value))
                    ? WishKind.SPECIALTY
                    : WishKind.APPROACH;
    return new Wish(kind, value, weight);
  }

  private static DayPart dayPart(String word) {
    var parts = word.split("-", -1);
    return new DayPart(day(parts[0]), Part.valueOf(upper(parts[1])));
  }

  static Slot slot(TherapistId therapist, String time, ZoneId zone) {
    var parts = time.split("-", -1);
    var monday = LocalDate.ofInstant(NOW, zone).with(DayOfWeek.MONDAY);
    var start =
        monday
            .plusDays(day(parts[0]).getValue() - 1L)
            .atTime(LocalTime.parse(parts[1]))
            .atZone(zone)
            .toInstant();
    return new Slot(therapist, start, start.plus(Duration.ofMinutes(50)));
  }

  private static DayOfWeek day(String word) {
    return Stream.of(DayOfWeek.values())
        .filter(day -> day.name().startsWith(upper(word)))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] outcomes(Map<String, List<String>> said) {
    var points = Outcomes.unknown();
    var outcome = said.get("outcome");
    if (outcome != null) {
      points[Bits.place(ProblemDomain.valueOf(upper(outcome.get(0))))] =
          new OutcomeEstimate(Integer.parseInt(outcome.get(1)), Double.parseDouble(outcome.get(2)))
              .points(0);
    }
    return points;
  }

  private static Map<String, List<String>> cells(String row) {
    var said = new LinkedHashMap<String, List<String>>();
    Stream.of(row.split("\\|", -1))
        .skip(1)
        .map(cell -> Arrays.asList(cell.strip().split("\\s+", -1)))
        .forEach(words -> said.put(words.getFirst(), words.subList(1, words.size())));
    return said;
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }

  static ClientId client(long number) {
    return new ClientId(new UUID(number * 0x9E3779B97F4A7C15L, number * 0xC2B2AE3D27D4EB4FL));
  }
}
