package org.saltwater.journal;

/// What an entry says.
public record EntryText(String all) {
  /// What stands in a list before the rest is unfolded. Our own choice of figure.
  private static final int BEGINNING = 180;

  /// How far back from there the end of a word is looked for.
  private static final int LONGEST_WORD = 40;

  /// Whether the beginning is not all of it.
  public boolean isLong() {
    return all.length() > BEGINNING;
  }

  /// The first lines, up to the end of a word.
  public String beginning() {
    if (!isLong()) {
      return all;
    }
    var end = BEGINNING;
    while (end > BEGINNING - LONGEST_WORD && !Character.isWhitespace(all.charAt(end))) {
      end--;
    }
    // Never in the middle of a character that takes two.
    if (Character.isLowSurrogate(all.charAt(end))) {
      end--;
    }
    return all.substring(0, end).strip() + "…";
  }

  @Override
  public String toString() {
    return "EntryText[redacted]";
  }
}
