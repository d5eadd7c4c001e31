package org.saltwater.measures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// PHQ-9 scored by one thread: any instrument from its file, with what is missing, bands, cut-offs
/// and flags, beside a sum with a band written by hand for this one instrument, which is the floor.
/// One answer in eight of the sheets leaves an item out.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ScoringBenchmark {
  private static final int SHEETS = 1024;

  private final Instrument phq9 = new Instruments().get("phq-9");
  private List<Answers> sheets = List.of();
  private int next;

  @Setup
  public void draw() {
    var random = new Random(7);
    sheets =
        IntStream.range(0, SHEETS)
            .mapToObj(
                sheet -> {
                  Map<String, Integer> answers = new HashMap<>();
                  phq9.scoredItems().forEach(it -> answers.put(it.linkId(), random.nextInt(4)));
                  if (sheet % 8 == 0) {
                    answers.remove("phq-9.3");
                  }
                  return Answers.of(answers);
                })
            .toList();
    for (var sheet : sheets) {
      var total = (Score.Total) phq9.score(sheet);
      if (total.imputed() == 0 && total.value() != byHand(sheet) % 100) {
        throw new IllegalStateException("the two do not agree");
      }
    }
  }

  @Benchmark
  public Score score() {
    return phq9.score(sheet());
  }

  @Benchmark
  public int sumByHand() {
    return byHand(sheet());
  }

  private Answers sheet() {
    next = next + 1 & SHEETS - 1;
    return sheets.get(next);
  }

  /// The total, and a hundred for each band.
  private static int byHand(Answers sheet) {
    var sum = 0;
    for (var value : sheet.values().values()) {
      sum += value;
    }
    var band = sum < 5 ? 0 : sum < 10 ? 1 : sum < 15 ? 2 : sum < 20 ? 3 : 4;
    return sum + 100 * band;
  }
}
