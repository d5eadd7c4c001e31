package org.saltwater.figures;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.saltwater.figures.Case.Hour;
import org.saltwater.figures.Case.Kept;
import org.saltwater.kernel.Modality;

/// A case in few bytes, because all of them are read for each report. Numbers are written seven
// bits
/// at a time, days as what was added to the one before.
final class CaseBytes {
  private static final int FORM = 1;
  private static final Modality[] CHANNELS = Modality.values();
  private static final Kept[] KEPT = Kept.values();

  private byte[] bytes;
  private int at;

  private CaseBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  static byte[] write(Case it) {
    var out = new CaseBytes(new byte[256]);
    out.number(FORM);
    out.number(it.asked());
    out.text(it.domain());
    out.text(it.language());
    out.text(it.place());
    out.number(it.wishes());
    out.number(it.wishesMet());
    out.number((it.ended() ? 1 : 0) + (it.coming() ? 2 : 0));
    out.number(it.measured().size());
    for (var series : it.measured()) {
      out.text(series.instrument());
      out.number(series.size());
      var day = 0;
      for (var i = 0; i < series.size(); i++) {
        out.number(series.day(i) - day);
        out.number(series.value(i));
        day = series.day(i);
      }
    }
    out.number(it.hours().size());
    var day = 0;
    for (var hour : it.hours()) {
      out.number(hour.day() - day);
      out.number(hour.channel().ordinal() * KEPT.length + hour.kept().ordinal());
      day = hour.day();
    }
    out.number(it.changes().size());
    it.changes().forEach(out::number);
    return java.util.Arrays.copyOf(out.bytes, out.at);
  }

  /// @throws IllegalStateException if it was written in a form that is not known here
  static Case read(byte[] bytes) {
    var in = new CaseBytes(bytes);
    if (in.number() != FORM) {
      throw new IllegalStateException("a case in another form");
    }
    var asked = in.number();
    var domain = in.text();
    var language = in.text();
    var place = in.text();
    var wishes = in.number();
    var met = in.number();
    var marks = in.number();
    return new Case(
        asked,
        domain,
        language,
        place,
        wishes,
        met,
        in.measured(),
        in.hours(),
        in.changes(),
        (marks & 1) != 0,
        (marks & 2) != 0);
  }

  private List<Series> measured() {
    var count = number();
    var all = new ArrayList<Series>(count);
    for (var i = 0; i < count; i++) {
      var instrument = text();
      var days = new int[number()];
      var values = new int[days.length];
      var day = 0;
      for (var j = 0; j < days.length; j++) {
        day += number();
        days[j] = day;
        values[j] = number();
      }
      all.add(new Series(instrument, days, values));
    }
    return all;
  }

  private List<Hour> hours() {
    var count = number();
    var all = new ArrayList<Hour>(count);
    var day = 0;
    for (var i = 0; i < count; i++) {
      day += number();
      var what = number();
      all.add(new Hour(day, CHANNELS[what / KEPT.length], KEPT[what % KEPT.length]));
    }
    return all;
  }

  private List<Integer> changes() {
    var count = number();
    var all = new ArrayList<Integer>(count);
    for (var i = 0; i < count; i++) {
      all.add(number());
    }
    return all;
  }

  private void number(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("no number here is below zero");
    }
    var rest = value;
    while (rest > 127) {
      put((byte) (rest | 128));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  private int number() {
    var value = 0;
    for (var shift = 0; ; shift += 7) {
      var next = bytes[at++];
      value |= (next & 127) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private void text(String text) {
    var letters = text.getBytes(StandardCharsets.UTF_8);
    number(letters.length);
    for (var letter : letters) {
      put(letter);
    }
  }

  private String text() {
    var length = number();
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  private void put(byte one) {
    if (at == bytes.length) {
      bytes = java.util.Arrays.copyOf(bytes, 2 * at);
    }
    bytes[at++] = one;
  }
}
