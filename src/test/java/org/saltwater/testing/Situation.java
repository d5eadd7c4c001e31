package org.saltwater.testing;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.PersonId;

/// People and things, arranged by [Standpoints].
public final class Situation {
  private static final Pattern VARIABLE =
      Pattern.compile("\\{([a-zA-Z-]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

  private final Map<Standpoint, PersonId> cast;
  private final Map<String, String> things;
  private final SignIns signIns;
  private final Map<Standpoint, String> tokens = new ConcurrentHashMap<>();

  Situation(Map<Standpoint, PersonId> cast, Map<String, String> things, SignIns signIns) {
    this.cast = cast;
    this.things = things;
    this.signIns = signIns;
  }

  /// What the person signs in with; null for a visitor.
  public @Nullable String token(Standpoint who) {
    return who == Standpoint.VISITOR
        ? null
        : tokens.computeIfAbsent(who, it -> signIns.issue(cast.get(it), "Test").value());
  }

  public String thing(String name) {
    return things.get(name);
  }

  /// Fills variables in a path or a body with the client's things; a new UUID where there is none
  /// of that name. A variable is named by itself, or by the word before it: `handovers/{id}`.
  public String filled(String text) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(text, found.start(), found.group(1))));
  }

  private String value(String text, int at, String name) {
    var named = text.substring(0, at) + "{" + name + "}";
    return things.entrySet().stream()
        .filter(thing -> thing.getKey().contains("/") && named.endsWith("/" + thing.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .or(() -> java.util.Optional.ofNullable(things.get(name)))
        .orElseGet(() -> UUID.randomUUID().toString());
  }
}
