package org.saltwater.measures;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an instrument says about a set of answers. It never says more than the answers allow: with
/// too many items left out there is no total.
public sealed interface Score {
  /// The instrument's id, such as `phq-9`.
  String instrument();

  /// The version of the instrument's file.
  String version();

  /// Link ids of the items whose answer brings a human, whatever the total.
  List<String> flags();

  /// @param value within the instrument's range
  /// @param imputed how many items left out were filled with the mean of the others
  /// @param parts the sums of the instrument's parts that were answered whole, by name, such as
  ///     both halves of the PHQ-4
  /// @param reached the cut-offs the answers reach; those for a group are all listed, and the
  ///     reader takes the one that applies
  /// @param met names of the criteria that the answers meet
  record Total(
      String instrument,
      String version,
      int value,
      Optional<Band> band,
      int imputed,
      Map<String, Integer> parts,
      List<Cut> reached,
      List<String> met,
      List<String> flags)
      implements Score {
    public Total {
      parts = Map.copyOf(parts);
      reached = List.copyOf(reached);
      met = List.copyOf(met);
      flags = List.copyOf(flags);
    }

    /// Whether any cut-off of this name is reached, for whichever group or part.
    public boolean reaches(String cut) {
      return reached.stream().anyMatch(candidate -> candidate.name().equals(cut));
    }

    @Override
    public String toString() {
      return "Total[" + instrument + ", redacted]";
    }
  }

  /// Too much was left out for a total that means anything.
  ///
  /// @param missing link ids of the items without an answer
  record Incomplete(String instrument, String version, List<String> missing, List<String> flags)
      implements Score {
    public Incomplete {
      missing = List.copyOf(missing);
      flags = List.copyOf(flags);
    }
  }
}
