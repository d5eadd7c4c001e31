package org.saltwater.figures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a practice may know of its work. Every number in it stands for ten people or more.
///
/// @param gatheredAt empty before anything was gathered
/// @param people who agreed to be counted and finished the questionnaire; empty if fewer than ten
public record Report(
    Optional<Instant> gatheredAt, Optional<Integer> people, List<Section> sections) {
  public Report {
    sections = List.copyOf(sections);
  }

  static final Report NOTHING = new Report(Optional.empty(), Optional.empty(), List.of());

  /// One question and its answer.
  ///
  /// @param key its words in the bundle
  /// @param instrument the instrument it is about; empty where there is none
  /// @param people how many it is about; empty if it may not be shown, and then nothing else is
  public record Section(
      String key,
      String instrument,
      Optional<Integer> people,
      List<Line> lines,
      List<Figure> figures) {
    public Section {
      lines = List.copyOf(lines);
      figures = List.copyOf(figures);
    }

    static Section hidden(String key, String instrument) {
      return new Section(key, instrument, Optional.empty(), List.of(), List.of());
    }

    public boolean isHidden() {
      return people.isEmpty();
    }
  }

  /// So many of so many.
  ///
  /// @param groups who they are; several if they had to be put together
  /// @param share with Wilson's interval
  public record Line(List<String> groups, int count, int of, Interval share) {
    public Line {
      groups = List.copyOf(groups);
    }

    static Line of(List<String> groups, int count, int of) {
      return new Line(groups, count, of, Interval.ofShare(count, of));
    }
  }

  /// A number of its own, such as a median.
  ///
  /// @param low null where no range is given
  public record Figure(String key, double value, @Nullable Double low, @Nullable Double high) {
    static Figure of(String key, double value) {
      return new Figure(key, value, null, null);
    }

    static Figure of(String key, Interval it) {
      return new Figure(key, it.value(), it.low(), it.high());
    }
  }
}
