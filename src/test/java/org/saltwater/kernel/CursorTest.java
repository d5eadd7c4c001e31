package org.saltwater.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.000001Z");

  @Test
  void everyEntryComesOnceInOrderThoughManyStandAtTheSameMoment() {
    var all = entries(2 * Cursor.PAGE + 7);
    var seen = new ArrayList<Cursor>();
    var next = "";
    do {
      var page = Cursor.page(all, next, it -> it);
      seen.addAll(page.entries());
      next = page.next();
      Collections.shuffle(all, new Random(7));
    } while (next != null);
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
    assertThat(seen).extracting(Cursor::at).isSorted();
  }

  @Test
  void theNextPageGoesOnWhereThisOneEndedThoughTheEntryThereIsGone() {
    var all = entries(Cursor.PAGE + 2);
    var first = Cursor.page(all, "", it -> it);
    all.remove(first.entries().getLast());
    assertThat(Cursor.page(all, String.valueOf(first.next()), it -> it).entries()).hasSize(2);
  }

  @Test
  void theLastPageNamesNoOther() {
    assertThat(Cursor.page(entries(Cursor.PAGE), "", it -> it).next()).isNull();
    assertThat(Cursor.page(entries(0), "", it -> it).entries()).isEmpty();
  }

  @Test
  void whatIsNoCursorOfOursIsRefused() {
    for (var text :
        List.of("x", "1_2", "_", "9_" + UUID.randomUUID() + "x", "99999999999999999999_a", " ")) {
      assertThatThrownBy(() -> Cursor.page(List.<Cursor>of(), text, it -> it))
          .as(text)
          .isInstanceOf(Refusal.class)
          .hasMessage("invalid");
    }
  }

  private static List<Cursor> entries(int count) {
    var all = new ArrayList<Cursor>();
    for (var number = 0; number < count; number++) {
      all.add(new Cursor(NOON.plusSeconds(number / 9), UUID.randomUUID()));
    }
    return all;
  }
}
