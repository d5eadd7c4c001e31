package org.saltwater.crying.insight;

import java.util.ArrayList;
import java.util.Locale;

/// What was learned as comma-separated values (RFC 4180), one line for each effect, in stable
// codes.
final class LearnedCsv {
  private LearnedCsv() {}

  static String write(Learned learned) {
    var lines = new ArrayList<String>();
    lines.add("effect,unit,clients,hours_with_tears,value,low,high");
    learned
        .arms()
        .ifPresent(
            it -> {
              lines.add(
                  line(
                      "tears-then-total",
                      "phq-9 points",
                      it.clients(),
                      it.withTears(),
                      it.tearsThenTotal()));
              lines.add(
                  line(
                      "total-then-tears",
                      "share per phq-9 point",
                      it.clients(),
                      it.withTears(),
                      it.totalThenTears()));
            });
    learned
        .moderation()
        .ifPresent(
            it -> {
              lines.add(
                  line(
                      "tears-by-support",
                      "phq-9 points per step",
                      it.clients(),
                      it.withTears(),
                      it.bySupport()));
              lines.add(
                  line(
                      "tears-by-shame",
                      "phq-9 points per step",
                      it.clients(),
                      it.withTears(),
                      it.byShame()));
            });
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String line(String key, String unit, int clients, int withTears, Effect effect) {
    return String.format(
        Locale.ROOT,
        "%s,%s,%d,%d,%.4f,%.4f,%.4f",
        key,
        unit,
        clients,
        withTears,
        effect.value(),
        effect.low(),
        effect.high());
  }
}
