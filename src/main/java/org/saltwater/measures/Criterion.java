package org.saltwater.measures;

import java.util.List;

/// A pattern of answers that an instrument reads beside its total, such as the symptom clusters of
/// the PCL-5: met when every cluster is.
public record Criterion(String name, List<Cluster> clusters) {
  public Criterion {
    clusters = List.copyOf(clusters);
  }

  /// At least so many of a part's items are answered with this value or more.
  public record Cluster(String part, int itemFrom, int atLeast) {}
}
