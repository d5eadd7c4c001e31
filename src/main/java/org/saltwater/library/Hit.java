package org.saltwater.library;

import java.util.ArrayList;
import java.util.List;

/// An article in which something was found.
///
/// @param snippet where, in pieces
public record Hit(Shown article, List<Piece> snippet) {
  /// @param found whether these words are what was looked for
  public record Piece(String text, boolean found) {}

  /// Marks that no text holds: they are taken out before it is searched.
  static final char BEGIN = '\uE000';

  static final char END = '\uE001';

  static List<Piece> pieces(String marked) {
    var pieces = new ArrayList<Piece>();
    for (var part : marked.split("(?=" + BEGIN + ")|(?<=" + END + ")")) {
      var found = part.indexOf(BEGIN) == 0;
      var text = part.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
      if (!text.isEmpty()) {
        pieces.add(new Piece(text, found));
      }
    }
    return List.copyOf(pieces);
  }
}
