package org.saltwater.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/// What holds for every instrument, whatever was answered.
@Tag("progress")
class ScoringProperties {
  private static final Instruments INSTRUMENTS = new Instruments();

  record Case(Instrument instrument, Answers answers) {}

  @Property
  void theOrderOfAnswersDoesNotMatter(@ForAll("cases") Case one, @ForAll Random random) {
    var keys = new ArrayList<>(one.answers().values().keySet());
    Collections.shuffle(keys, random);
    var shuffled = new LinkedHashMap<String, Integer>();
    keys.forEach(key -> shuffled.put(key, one.answers().values().get(key)));
    assertThat(one.instrument().score(Answers.of(shuffled)))
        .isEqualTo(one.instrument().score(one.answers()));
  }

  @Property
  void aTotalLiesInExactlyOneBandOfItsInstrument(@ForAll("cases") Case one) {
    if (one.instrument().score(one.answers()) instanceof Score.Total total
        && !one.instrument().bands().isEmpty()) {
      assertThat(one.instrument().bands()).filteredOn(band -> band.holds(total.value())).hasSize(1);
    }
  }

  @Property
  void moreOfAnythingIsNeverLess(@ForAll("cases") Case one, @ForAll Random random) {
    var items = one.instrument().scoredItems();
    var item = items.get(random.nextInt(items.size()));
    var now = one.answers().find(item.linkId());
    if (now.isPresent()
        && item.takes(now.getAsInt() + 1)
        && one.instrument().score(one.answers()) instanceof Score.Total before
        && one.instrument().score(one.answers().with(item.linkId(), now.getAsInt() + 1))
            instanceof Score.Total after) {
      assertThat(after.value()).isGreaterThanOrEqualTo(before.value());
    }
  }

  @Property
  void withTooMuchLeftOutThereIsNoTotal(@ForAll("cases") Case one) {
    var scoring = one.instrument().scoring();
    var missing =
        one.instrument().scoredItems().stream()
            .filter(item -> one.answers().find(item.linkId()).isEmpty())
            .count();
    if (scoring.gate().isEmpty() && missing > scoring.missingAllowed()) {
      assertThat(one.instrument().score(one.answers())).isInstanceOf(Score.Incomplete.class);
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.of(INSTRUMENTS.list())
        .flatMap(
            instrument ->
                Arbitraries.randomValue(
                    random -> new Case(instrument, answers(instrument, random))));
  }

  private static Answers answers(Instrument instrument, Random random) {
    var values = new LinkedHashMap<String, Integer>();
    for (var item : instrument.items()) {
      if (random.nextInt(12) > 0) {
        values.put(
            item.linkId(),
            item.choices().isEmpty()
                ? random.nextInt(40)
                : item.choices().get(random.nextInt(item.choices().size())).value());
      }
    }
    return Answers.of(values);
  }
}
