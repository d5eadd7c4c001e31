package org.saltwater.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A page of the mails of a demo, newest first.
///
/// @param newest where the newest are, unless they are here
/// @param older where those before are, if there are more
public record DemoMailView(List<Letter> letters, @Nullable String newest, @Nullable String older) {
  static final int SIZE = 100;

  /// @param found one more than a page holds, if there are more
  static DemoMailView of(List<Mail> found, boolean goesOn) {
    var shown = found.subList(0, Math.min(SIZE, found.size()));
    return new DemoMailView(
        shown.stream().map(Letter::of).toList(),
        goesOn ? "/demo/mail" : null,
        found.size() > SIZE ? "/demo/mail?after=" + shown.getLast().id() : null);
  }

  public record Letter(String to, String subject, Instant at, List<List<Part>> lines) {
    static Letter of(Mail mail) {
      return new Letter(
          mail.to(),
          mail.subject(),
          mail.queuedAt(),
          mail.body().lines().map(Part::allIn).toList());
    }
  }

  /// A stretch of text, or a link.
  public record Part(String text, boolean link) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    static List<Part> allIn(String line) {
      var parts = new ArrayList<Part>();
      var links = LINK.matcher(line);
      int from = 0;
      while (links.find()) {
        parts.add(new Part(line.substring(from, links.start()), false));
        parts.add(new Part(links.group(), true));
        from = links.end();
      }
      parts.add(new Part(line.substring(from), false));
      return parts;
    }
  }
}
