package org.saltwater.audit;

/// One thing that is wrong with the log.
///
/// @param seq the place in the chain, from 1; 0 where it is about no place in particular
/// @param entry the entry's id, or empty
public record AuditFinding(Kind kind, long seq, String entry) {

  /// Each with the sentence an operator reads.
  public enum Kind {
    ENTRY_CHANGED("an entry is not what was written"),
    ENTRY_MISSING("an entry has been removed"),
    ENTRY_FORGED("an entry was not written by this installation"),
    ENTRY_LEFT_UNLINKED("an entry has waited for its link for more than a minute"),
    ENTRY_LOST("an entry was removed before it could be linked"),
    LINK_CHANGED("a link of the chain does not follow from the one before"),
    LINK_MISSING("links of the chain have been removed before this one"),
    TAIL_CUT("the end of the log has been cut off, or replaced by another"),
    ANCHOR_MISSING("the anchor file is missing"),
    ANCHOR_RENEWED("the anchor file was missing: what was cut off before this entry is unknown"),
    ANCHOR_BROKEN("the anchor file was not written by this installation");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    public String sentence() {
      return sentence;
    }
  }

  /// One line for a person: `17: an entry is not what was written (id)`.
  public String line() {
    return (seq > 0 ? seq + ": " : "")
        + kind.sentence()
        + (entry.isEmpty() ? "" : " (" + entry + ")");
  }
}
