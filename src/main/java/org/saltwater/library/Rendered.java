package org.saltwater.library;

/// An article's body, ready for a page.
///
/// @param html safe to put into a page as it is: nothing that anyone typed is in it but as text
/// @param plain the words alone
record Rendered(String html, String plain) {
  /// Words of non-fiction that adults read in a minute, silently, in English (Brysbaert 2019, How
  /// many words do we read per minute?, Journal of Memory and Language 109).
  static final int WORDS_A_MINUTE = 238;

  /// At least 1.
  int minutes() {
    var words = plain.isBlank() ? 0 : plain.strip().split("\\s+").length;
    return Math.max(1, Math.round((float) words / WORDS_A_MINUTE));
  }
}
