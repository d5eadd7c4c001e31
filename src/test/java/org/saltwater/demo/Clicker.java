package org.saltwater.demo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.saltwater.testing.Visit;
import org.saltwater.testing.Visit.Answer;

/// Somebody signed in who follows the links of the pages they see, and now and then writes a
// message
/// where there is a form for one.
final class Clicker {
  private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)(?:#[^\"]*)?\"");
  private static final Pattern ELSEWHERE =
      Pattern.compile("/(css|js|fonts|images|demo|sign-out|webjars|help-now|design)\\b.*");
  private static final Pattern WRITE =
      Pattern.compile("<form class=\"write\"[^>]*action=\"(/messages/[^\"]+)\"");
  private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");

  /// Someone who reads looks at a page this long at most.
  private static final int PAUSE_MILLIS = 1_500;

  private final Visit visit;
  private final Random random;
  private final Clicks clicks;

  Clicker(int port, String token, long seed, Clicks clicks) {
    this.visit = new Visit(port);
    if (!token.isEmpty()) {
      visit.setCookie("__Host-saltwater", token);
    }
    this.random = new Random(seed);
    this.clicks = clicks;
  }

  void clickUntil(long end) {
    var next = "/home";
    var seenOn = "a bookmark";
    pause();
    while (System.nanoTime() < end) {
      var page = timed("click", next, seenOn);
      seenOn = next;
      var links = links(page);
      next =
          leadsOn(page)
              .orElseGet(() -> links.isEmpty() ? "/home" : links.get(random.nextInt(links.size())));
      var form = WRITE.matcher(page.body());
      if (form.find() && random.nextInt(4) == 0) {
        write(form.group(1), page);
      }
      pause();
    }
  }

  /// From the first page on, each link seen, but of links of one kind only so many: two times of
  // the
  /// same week differ in nothing but their numbers.
  void followEachKind(int ofEach) {
    var followed = new HashMap<String, Integer>();
    var ahead = new ArrayDeque<Map.Entry<String, String>>();
    ahead.add(Map.entry("/home", "a bookmark"));
    while (!ahead.isEmpty()) {
      var next = ahead.remove();
      if (followed.merge(kind(next.getKey()), 1, Integer::sum) > ofEach) {
        continue;
      }
      var page = timed("click", next.getKey(), next.getValue());
      leadsOn(page).ifPresent(it -> ahead.add(Map.entry(it, next.getKey())));
      links(page).stream().distinct().forEach(it -> ahead.add(Map.entry(it, next.getKey())));
    }
  }

  private static Optional<String> leadsOn(Answer page) {
    return Optional.of(page.location().replaceFirst("^http://[^/]*", "").replaceFirst("#.*", ""))
        .filter(it -> it.startsWith("/"));
  }

  private static String kind(String path) {
    return path.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+", "_").replaceAll("=[^&]*", "=_");
  }

  /// The same page again and again, to compare what it costs.
  void readUntil(long end, String what) {
    while (System.nanoTime() < end) {
      timed(what, "/privacy", "a bookmark");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private void write(String path, Answer page) {
    var key = KEY.matcher(page.body());
    var from = System.nanoTime();
    var answer =
        visit.post(
            path,
            "key",
            key.find() ? key.group(1) : UUID.randomUUID().toString(),
            "text",
            "See you then.");
    clicks.add("write", "POST " + path, System.nanoTime() - from, answer);
  }

  private Answer timed(String what, String path, String seenOn) {
    var from = System.nanoTime();
    var answer = visit.get(path);
    clicks.add(what, "GET " + path + ", seen on " + seenOn, System.nanoTime() - from, answer);
    return answer;
  }

  private static List<String> links(Answer page) {
    var found = new ArrayList<String>();
    LINK.matcher(page.body())
        .results()
        .map(it -> it.group(1).replace("&amp;", "&"))
        .filter(it -> !ELSEWHERE.matcher(it).matches())
        .forEach(found::add);
    return found;
  }

  private void pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(PAUSE_MILLIS)));
  }
}
