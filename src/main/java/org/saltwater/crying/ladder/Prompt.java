package org.saltwater.crying.ladder;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.Refusal.FieldProblem;

/// What a client chooses to be with: a memory written down, music or a film. Nothing is fetched,
/// embedded or looked up: a link is a link, and the client opens it.
///
/// @param words the memory itself, or a title
/// @param link https only; empty for none
public record Prompt(Kind kind, String words, String link) {
  public static final int MOST_CHARACTERS = 4_000;
  public static final int LONGEST_LINK = 500;
  public static final Prompt NONE = new Prompt(Kind.NONE, "", "");

  /// What it is.
  public enum Kind {
    NONE,
    MEMORY,
    MUSIC,
    FILM;

    public boolean takesLink() {
      return this == MUSIC || this == FILM;
    }
  }

  public Prompt {
    words = words.strip();
    link = link.strip();
  }

  /// What needs another look; nothing if it can be kept.
  List<FieldProblem> problems() {
    var found = new ArrayList<FieldProblem>();
    if (words.length() > MOST_CHARACTERS) {
      found.add(new FieldProblem("words", "ladder.prompt.long", MOST_CHARACTERS));
    }
    if (!link.isEmpty()
        && kind.takesLink()
        && (link.length() > LONGEST_LINK || !isOpenable(link))) {
      found.add(new FieldProblem("link", "ladder.prompt.link.problem"));
    }
    return found;
  }

  /// What does not belong to its kind is left away.
  Prompt tidied() {
    return switch (kind) {
      case NONE -> NONE;
      case MEMORY -> new Prompt(kind, words, "");
      case MUSIC, FILM -> this;
    };
  }

  public Optional<String> address() {
    return link.isEmpty() ? Optional.empty() : Optional.of(link);
  }

  /// Where the link leads, to be said beside it before it is followed.
  public String host() {
    return link.isEmpty() ? "" : String.valueOf(URI.create(link).getHost());
  }

  private static boolean isOpenable(String link) {
    try {
      var uri = new URI(link);
      return "https".equalsIgnoreCase(uri.getScheme())
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "Prompt[redacted]";
  }
}
