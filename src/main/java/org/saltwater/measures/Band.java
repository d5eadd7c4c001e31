package org.saltwater.measures;

/// A range of totals with a name, both ends within it.
public record Band(String name, int from, int to) {
  public boolean holds(int total) {
    return from <= total && total <= to;
  }
}
