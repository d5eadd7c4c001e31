package org.saltwater.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("progress")
class ScoringTest {
  private final Instruments instruments = new Instruments();
  private final Instrument phq9 = instruments.get("phq-9");
  private final Instrument gad7 = instruments.get("gad-7");
  private final Instrument auditC = instruments.get("audit-c");

  @Test
  void everyInstrumentIsShownInItsPublishedWords() throws IOException {
    var shown = new StringBuilder();
    for (var one : instruments.list()) {
      shown.append('\n').append(one.id()).append(": ").append(one.recall()).append('\n');
      for (var item : one.items()) {
        shown.append(item.linkId()).append(' ').append(item.text()).append('\n');
        item.choices()
            .forEach(
                choice ->
                    shown
                        .append("  ")
                        .append(choice.value())
                        .append(' ')
                        .append(choice.text())
                        .append('\n'));
      }
    }
    try (var in = getClass().getResourceAsStream("/instruments/wording.txt")) {
      var published = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(shown.toString()).isEqualTo(published.replaceAll("(?m)^#.*\n", ""));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, Minimal",
    "4, Minimal",
    "5, Mild",
    "9, Mild",
    "10, Moderate",
    "14, Moderate",
    "15, Moderately severe",
    "19, Moderately severe",
    "20, Severe",
    "27, Severe"
  })
  void thePhq9IsReadInItsPublishedBands(int total, String band) {
    assertThat(summing(phq9, total)).satisfies(score -> isIn(score, total, band));
  }

  @ParameterizedTest
  @CsvSource({
    "0, Minimal",
    "4, Minimal",
    "5, Mild",
    "9, Mild",
    "10, Moderate",
    "14, Moderate",
    "15, Severe",
    "21, Severe"
  })
  void theGad7IsSevereFrom15(int total, String band) {
    assertThat(summing(gad7, total)).satisfies(score -> isIn(score, total, band));
  }

  @ParameterizedTest
  @CsvSource({
    "0, None",
    "2, None",
    "3, Mild",
    "5, Mild",
    "6, Moderate",
    "8, Moderate",
    "9, Severe",
    "12, Severe"
  })
  void thePhq4IsReadInItsPublishedBands(int total, String band) {
    assertThat(summing(instruments.get("phq-4"), total))
        .satisfies(score -> isIn(score, total, band));
  }

  @Test
  void eitherHalfOfThePhq4IsPositiveFrom3() {
    var phq4 = instruments.get("phq-4");
    assertThat(total(phq4, "gad-7.1 2, gad-7.2 0, phq-9.1 2, phq-9.2 0").reaches("screen"))
        .isFalse();
    assertThat(total(phq4, "gad-7.1 3, gad-7.2 0, phq-9.1 0, phq-9.2 0").reaches("screen"))
        .isTrue();
    assertThat(total(phq4, "gad-7.1 0, gad-7.2 0, phq-9.1 1, phq-9.2 2").reaches("screen"))
        .isTrue();
  }

  @Test
  void thePhq9IsACaseFrom10AndTheGad7From8AndTheGad7ScreenFrom10() {
    assertThat(((Score.Total) summing(phq9, 9)).reaches("case")).isFalse();
    assertThat(((Score.Total) summing(phq9, 10)).reaches("case")).isTrue();
    assertThat(((Score.Total) summing(gad7, 7)).reaches("case")).isFalse();
    assertThat(((Score.Total) summing(gad7, 8)).reaches("case")).isTrue();
    assertThat(((Score.Total) summing(gad7, 9)).reaches("screen")).isFalse();
    assertThat(((Score.Total) summing(gad7, 10)).reaches("screen")).isTrue();
    assertThat(phq9.reliableChange()).hasValue(6);
    assertThat(gad7.reliableChange()).hasValue(4);
  }

  @Test
  void upToTwoItemsOfThePhq9AreFilledWithTheMeanOfTheOthers() {
    var full =
        answers(
            "phq-9.1 1, phq-9.2 1, phq-9.3 1, phq-9.4 1, phq-9.5 2, phq-9.6 2, phq-9.7 2, phq-9.8 2, phq-9.9 0");
    assertThat(totalOf(phq9.score(full))).isEqualTo(12);
    var one = full.without("phq-9.1"); // 11 over 8, times 9 is 12.375
    assertThat(totalOf(phq9.score(one))).isEqualTo(12);
    var two = one.without("phq-9.2"); // 10 over 7, times 9 is 12.86
    assertThat(totalOf(phq9.score(two))).isEqualTo(13);
    assertThat(((Score.Total) phq9.score(two)).imputed()).isEqualTo(2);
    var three = two.without("phq-9.3");
    assertThat(phq9.score(three))
        .isEqualTo(
            new Score.Incomplete(
                "phq-9", "1", List.of("phq-9.1", "phq-9.2", "phq-9.3"), List.of()));
  }

  @Test
  void theNinthItemIsNeverFilledIn() {
    var all = allOf(phq9, 1);
    assertThat(phq9.score(all.without("phq-9.9"))).isInstanceOf(Score.Incomplete.class);
    assertThat(phq9.score(all.without("phq-9.8"))).isInstanceOf(Score.Total.class);
  }

  @Test
  void noItemOfTheGad7IsFilledIn() {
    var all = allOf(gad7, 2);
    assertThat(gad7.score(all.without("gad-7.7"))).isInstanceOf(Score.Incomplete.class);
  }

  @Test
  void theDifficultyItemOfThePhq9AddsNothing() {
    var all = allOf(phq9, 1);
    assertThat(totalOf(phq9.score(all.with("phq-9.difficulty", 3)))).isEqualTo(9);
    assertThat(totalOf(phq9.score(all.without("phq-9.difficulty")))).isEqualTo(9);
  }

  @ParameterizedTest
  @CsvSource({
    "'audit-c.1 2, audit-c.2 0, audit-c.3 0', none",
    "'audit-c.1 2, audit-c.2 1, audit-c.3 0', women",
    "'audit-c.1 2, audit-c.2 1, audit-c.3 1', men women",
    "'audit-c.1 4, audit-c.2 0, audit-c.3 0', none",
    "'audit-c.1 3, audit-c.2 0, audit-c.3 1', men women"
  })
  void theAuditCHasACutOffForMenAndOneForWomenAndNoneWhenAllPointsComeFromHowOften(
      String given, String groups) {
    var reached =
        total(auditC, given).reached().stream()
            .map(cut -> String.valueOf(cut.group()))
            .sorted()
            .reduce((first, second) -> first + " " + second);
    assertThat(reached.orElse("none")).isEqualTo(groups);
  }

  @Test
  void whoNeverDrinksIsNotAskedHowMuch() {
    assertThat(totalOf(auditC.score(answers("audit-c.1 0")))).isZero();
    assertThat(auditC.score(answers("audit-c.1 1"))).isInstanceOf(Score.Incomplete.class);
    assertThat(auditC.score(answers(""))).isInstanceOf(Score.Incomplete.class);
  }

  @Test
  void thePcPtsd5EndsAtItsGateAndCountsOnlyTheFiveSymptoms() {
    var screen = instruments.get("pc-ptsd-5");
    assertThat(totalOf(screen.score(answers("pc-ptsd-5.gate 0")))).isZero();
    var yes =
        answers(
            "pc-ptsd-5.gate 1, pc-ptsd-5.1 1, pc-ptsd-5.2 1, pc-ptsd-5.3 1, pc-ptsd-5.4 0, pc-ptsd-5.5 0");
    assertThat(totalOf(screen.score(yes))).isEqualTo(3);
    assertThat(((Score.Total) screen.score(yes)).reached())
        .extracting(Cut::name)
        .containsExactly("sensitive");
    assertThat(((Score.Total) screen.score(yes.with("pc-ptsd-5.4", 1))).reached())
        .extracting(Cut::name)
        .containsExactly("sensitive", "efficient");
    assertThat(screen.score(answers("pc-ptsd-5.gate 1"))).isInstanceOf(Score.Incomplete.class);
  }

  @Test
  void oneUseOfADrugIsAPositiveAnswer() {
    var drugs = instruments.get("drug-use-1");
    assertThat(total(drugs, "drug-use-1.1 0").reaches("screen")).isFalse();
    assertThat(total(drugs, "drug-use-1.1 1").reaches("screen")).isTrue();
  }

  @Test
  void anAnswerThatNoItemOffersIsRefused() {
    assertThatThrownBy(() -> phq9.score(answers("phq-9.1 4")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> phq9.score(answers("gad-7.3 1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void loincCodesStandAtTheRightItems() {
    assertThat(phq9.scoredItems())
        .extracting(Item::loinc)
        .containsExactly(
            "44250-9", "44255-8", "44259-0", "44254-1", "44251-7", "44258-2", "44252-5", "44253-3",
            "44260-8");
    assertThat(gad7.item("gad-7.6"))
        .extracting(Item::text, Item::loinc)
        .containsExactly("Becoming easily annoyed or irritable", "69689-8");
    assertThat(gad7.item("gad-7.7"))
        .extracting(Item::text, Item::loinc)
        .containsExactly("Feeling afraid, as if something awful might happen", "69736-7");
    assertThat(gad7.item("gad-7.1").choices())
        .extracting(Choice::text)
        .first()
        .isEqualTo("Not at all");
    assertThat(auditC.loincTotal()).isEqualTo(Optional.of("75626-2"));
  }

  private static void isIn(Score score, int total, String band) {
    assertThat(score)
        .isInstanceOfSatisfying(
            Score.Total.class,
            found -> {
              assertThat(found.value()).isEqualTo(total);
              assertThat(found.band().map(Band::name)).contains(band);
            });
  }

  /// Spreads a total over the scored items, from the first on.
  private static Score summing(Instrument instrument, int total) {
    var values = new HashMap<String, Integer>();
    var left = total;
    for (var item : instrument.scoredItems()) {
      var value = Math.min(3, left);
      values.put(item.linkId(), value);
      left -= value;
    }
    return instrument.score(Answers.of(values));
  }

  private static Answers allOf(Instrument instrument, int value) {
    var values = new HashMap<String, Integer>();
    instrument.items().forEach(item -> values.put(item.linkId(), value));
    return Answers.of(values);
  }

  private static Score.Total total(Instrument instrument, String given) {
    return (Score.Total) instrument.score(answers(given));
  }

  private static int totalOf(Score score) {
    return ((Score.Total) score).value();
  }

  /// `"phq-9.1 2, phq-9.2 0"`
  private static Answers answers(String given) {
    var values = new HashMap<String, Integer>();
    for (var answer : given.isBlank() ? new String[0] : given.split(", ")) {
      var parts = answer.split(" ");
      values.put(parts[0], Integer.valueOf(parts[1]));
    }
    return Answers.of(Map.copyOf(values));
  }
}
