package org.saltwater.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saltwater.therapists.Directory;

class SearchTest {
  @Test
  void whatWasWishedForComesFirstAndWhatIsMissingIsSaid() {
    var practice =
        Practice.of(
            """
            Amara | woman | for anxiety_and_panic | works schema | free Tue-19:00
            Jonas | man   | for sleep             | works emdr   | free Tue-18:00
            Kim   | works schema                                 | free Mon-10:00 Wed-20:00
            """);
    assertThat(
            practice.matches(
                "for anxiety_and_panic sleep | would_like woman schema"
                    + " | at tue-evening wed-evening"))
        .isEqualTo(
            """
            Amara Tue 19:00: + TUESDAY EVENING; + WOMAN; + SCHEMA; + ANXIETY_AND_PANIC first
            Kim Wed 20:00: + WEDNESDAY EVENING; + SCHEMA; - ANXIETY_AND_PANIC first; - WOMAN (not told)
            Jonas Tue 18:00: + TUESDAY EVENING; + SLEEP; - ANXIETY_AND_PANIC first; - WOMAN; - SCHEMA\
            """);
  }

  @Test
  void aHardFilterIsNeverOutweighedAndEveryReasonIsNamed() {
    var practice =
        Practice.of(
            """
            Good      | woman
            Abroad    | woman | licensed AT
            Silent    | woman | speaks sv
            Phoned    | woman | by phone text
            Man       | man
            Untold    |
            Full      | woman | taken 5 of 5
            Resting   | woman | paused
            Mornings  | woman | free Tue-09:00
            Far       | woman | free
            Worst     | man | licensed AT | speaks sv | by phone | taken 1 of 1 | free Tue-09:00
            """
                .replace("| free\n", "| free Mon-00:00\n"));
    var client = "must woman | at fri-afternoon fri-evening";
    assertThat(practice.order(client)).isEqualTo("Good");
    assertThat(practice.obstacles(client, "Good")).isEmpty();
    assertThat(practice.obstacles(client, "Abroad")).isEqualTo("LICENSED_WHERE_CLIENT_IS");
    assertThat(practice.obstacles(client, "Silent")).isEqualTo("LANGUAGE");
    assertThat(practice.obstacles(client, "Phoned")).isEqualTo("MODALITY");
    assertThat(practice.obstacles(client, "Man")).isEqualTo("CLIENT_EXCLUSIONS MUST WOMAN");
    assertThat(practice.obstacles(client, "Untold")).isEqualTo("CLIENT_EXCLUSIONS MUST WOMAN");
    assertThat(practice.obstacles(client, "Full")).isEqualTo("FREE_CAPACITY");
    assertThat(practice.obstacles(client, "Resting")).isEqualTo("FREE_CAPACITY");
    assertThat(practice.obstacles(client, "Mornings")).isEqualTo("HOURS_OVERLAP");
    assertThat(practice.obstacles(client, "Far")).isEqualTo("BOOKABLE_SOON");
    assertThat(practice.obstacles(client, "Worst"))
        .isEqualTo(
            "LICENSED_WHERE_CLIENT_IS, LANGUAGE, MODALITY, CLIENT_EXCLUSIONS MUST WOMAN,"
                + " FREE_CAPACITY, HOURS_OVERLAP");
    assertThat(practice.obstacles(client + " | without Good | risk high", "Good"))
        .isEqualTo("COMPETENT_FOR_RISK, NOT_LEFT_OUT");
  }

  @Test
  void aMustNotIsHonouredAlsoWhereNobodyCanPromiseIt() {
    var practice =
        Practice.of(
            """
            Amara | woman
            Ben   | man
            Kim   |
            """);
    assertThat(practice.order("must_not man")).isEqualTo("Amara");
    assertThat(practice.order("would_like man").split(", ", -1)).hasSize(3).startsWith("Ben");
  }

  @Test
  void wishesNobodyCanMeetAtOnceMeanEither() {
    var practice =
        Practice.of(
            """
            Amara | woman
            Ben   | man
            Kim   | non_binary
            """);
    assertThat(practice.order("must woman non_binary").split(", ", -1))
        .containsExactlyInAnyOrder("Amara", "Kim");
    assertThat(practice.order("must schema emdr")).isEmpty();
  }

  @Test
  void aLicenceForTheCountryIsGoodInItsPartsButNotTheOtherWayRound() {
    var practice =
        Practice.of(
            """
            Federal     | licensed US
            Californian | licensed US-CA
            """);
    assertThat(practice.order("in US-CA").split(", ", -1)).hasSize(2);
    assertThat(practice.order("in US-NY")).isEqualTo("Federal");
    assertThat(practice.order("in US")).isEqualTo("Federal");
  }

  @Test
  void theFirstHourIsThatOfTheClientsOwnClock() {
    var practice = Practice.of("Amara | in Europe/Berlin | free Tue-09:00 Tue-17:00 Wed-03:00");
    assertThat(practice.matches("from America/New_York | at tue-evening"))
        .isEqualTo("Amara Tue 21:00: + TUESDAY EVENING");
    assertThat(practice.matches("from Asia/Kathmandu | at tue-evening"))
        .isEqualTo("Amara Tue 21:45: + TUESDAY EVENING");
  }

  @Test
  void aNewTherapistIsTakenForTheUsualAndFewCasesSayNothing() {
    var practice =
        Practice.of(
            """
            Proven   | outcome sleep 50 +0.4
            Few      | outcome sleep 14 +2.0
            Worse    | outcome sleep 50 -0.4
            """);
    assertThat(practice.order("for sleep")).isEqualTo("Proven, Few, Worse");
    assertThat(practice.matches("for sleep")).contains("Proven Fri 12:00: + SLEEP went well");
    assertThat(practice.matches("for sleep")).doesNotContain("Few Fri 12:00: + SLEEP went well");
  }

  @Test
  void amongEqualsEveryClientDrawsLotsAnewAndTheAlphabetFavoursNobody() {
    var practice = Practice.of("Aa\nBb\nCc\nDd\n");
    var request = Practice.request("");
    var firsts =
        IntStream.rangeClosed(1, 4_000)
            .mapToObj(number -> practice.search(by(number, request)).best(1).best().getFirst())
            .collect(Collectors.groupingBy(hit -> hit.listing().id, Collectors.counting()));
    assertThat(firsts).hasSize(4);
    assertThat(firsts.values()).allSatisfy(count -> assertThat(count).isBetween(850L, 1_150L));
    assertThat(practice.order("")).isEqualTo(practice.order(""));
  }

  @Test
  void thePartsSumToTheScoreAndTheBestAreTheFirstOfAll() {
    var practice =
        Practice.of(
            IntStream.range(0, 2_500)
                .mapToObj(
                    number ->
                        "T%d %s %s | free Tue-1%d:00"
                            .formatted(
                                number,
                                number % 3 == 0 ? "| woman" : "",
                                number % 7 == 0 ? "| for sleep" : "",
                                number % 10))
                .collect(Collectors.joining("\n")));
    var search = practice.search(Practice.request("would_like woman | for sleep"));
    var all = search.all();
    assertThat(all).hasSize(2_500);
    assertThat(all).allSatisfy(hit -> assertThat(search.score(hit).total()).isEqualTo(hit.total()));
    assertThat(search.best(3).best()).isEqualTo(all.subList(0, 3));
    assertThat(search.count()).isEqualTo(2_500);
  }

  @Test
  void aChangedTherapistIsSeenAndOneWhoLeftIsNot() {
    var roster = Practice.of("Amara\nBen\n").roster();
    var amara = Directory.therapist("Amara | taken 5 of 5");
    var full = new Listing(amara, java.util.List.of(), 0, Outcomes.unknown());
    var later = roster.with(full).without(Directory.idOf("Ben"));
    assertThat(later.size()).isEqualTo(1);
    assertThat(count(later)).isZero();
    assertThat(count(roster)).isEqualTo(2);
  }

  private static int count(Roster roster) {
    return new Search(roster, Practice.request(""), Practice.NOW, Practice.WITHIN_DAYS).count();
  }

  private static MatchRequest by(int number, MatchRequest request) {
    var answers = request.answers();
    return MatchRequest.of(
        new org.saltwater.intake.MatchingAnswers(
            Practice.client(number),
            answers.where(),
            answers.languages(),
            answers.domains(),
            answers.modalities(),
            answers.wishes(),
            answers.times(),
            answers.zone(),
            answers.risk()));
  }
}
