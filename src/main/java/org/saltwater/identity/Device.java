package org.saltwater.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person recognises their own sign-in by: "Firefox on Linux". The whole User-Agent would
/// say more about them than the list needs.
record Device(String name) {
  private static final List<String> BROWSERS =
      List.of(
          "Edg=Edge",
          "OPR=Opera",
          "SamsungBrowser=Samsung Internet",
          "Firefox=Firefox",
          "FxiOS=Firefox",
          "CriOS=Chrome",
          "Chrome=Chrome",
          "Safari=Safari");
  private static final List<String> SYSTEMS =
      List.of(
          "Android=Android",
          "iPhone=iPhone",
          "iPad=iPad",
          "Windows=Windows",
          "Mac OS=Mac",
          "CrOS=ChromeOS",
          "Linux=Linux");

  static Device of(@Nullable String userAgent) {
    var agent = userAgent == null ? "" : userAgent;
    var browser = first(BROWSERS, agent);
    var system = first(SYSTEMS, agent);
    if (browser.isEmpty()) {
      return new Device("");
    }
    return new Device(system.isEmpty() ? browser : browser + " · " + system);
  }

  private static String first(List<String> names, String agent) {
    return names.stream()
        .filter(name -> agent.contains(name.substring(0, name.indexOf('='))))
        .map(name -> name.substring(name.indexOf('=') + 1))
        .findFirst()
        .orElse("");
  }
}
