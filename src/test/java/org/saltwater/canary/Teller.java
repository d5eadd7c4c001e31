package org.saltwater.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.saltwater.testing.Visit;
import org.saltwater.testing.Visit.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who tells the platform things, and watches where they turn up in its answers.
final class Teller {
  private static final Pattern TITLE = Pattern.compile("(?s)<title>(.*?)</title>");
  private static final String FORM = "application/x-www-form-urlencoded";

  private final Visit visit;
  private final String[] headers;
  private final Collection<String> found;
  private final Collection<String> heard;

  /// @param found where texts in addresses and titles are noted
  /// @param heard where the fields are noted whose text was read on a page
  Teller(int port, Collection<String> found, Collection<String> heard, String... headers) {
    this.visit = new Visit(port);
    this.found = found;
    this.heard = heard;
    this.headers = headers;
  }

  Answer get(String path) {
    return checked("GET " + path, visit.call("GET", path, FORM, "", headers));
  }

  /// Sends a form.
  ///
  /// @param fields names and values in turn
  Answer form(String path, String... fields) {
    var pairs = new ArrayList<String>();
    for (var i = 0; i < fields.length; i += 2) {
      pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
    }
    return send("POST", path, FORM, String.join("&", pairs));
  }

  Answer send(String method, String path, String type, String body, String... more) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(more));
    if (!all.contains("Authorization") && !path.startsWith("/api/")) {
      visit.get("/sign-in");
      all.addAll(List.of("X-CSRF-TOKEN", visit.csrf()));
    }
    return checked(
        method + " " + path, visit.call(method, path, type, body, all.toArray(String[]::new)));
  }

  JsonNode json(String method, String path, String body, String... more) {
    var answer = send(method, path, "application/json", body, more);
    if (answer.status() >= 300) {
      throw new AssertionError(method + " " + path + ": " + answer);
    }
    return answer.body().isEmpty()
        ? JsonMapper.shared().nullNode()
        : JsonMapper.shared().readTree(answer.body());
  }

  private Answer checked(String call, Answer answer) {
    if (answer.status() >= 500) {
      found.add(call.lines().findFirst().orElse("") + " was answered with " + answer.status());
    }
    found.addAll(Canary.SECRET.findIn("where " + call + " led", answer.location()));
    var title = TITLE.matcher(answer.body());
    if (title.find()) {
      found.addAll(Canary.SECRET.findIn("the title after " + call, title.group(1)));
    }
    heard.addAll(Canary.SECRET.heardIn(answer.body()));
    return answer;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
