package org.saltwater.notifications;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The mails of a demo, newest first.
public record DemoMailView(List<Letter> letters) {

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
