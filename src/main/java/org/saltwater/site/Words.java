package org.saltwater.site;

import java.util.Locale;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.context.MessageSource;

/// The sentences a person reads, in their language. A missing sentence is an error, never a key on
/// the page.
public record Words(MessageSource bundles, Locale locale) {
  public String say(String key, Object... arguments) {
    return bundles.getMessage(key, arguments, locale);
  }

  /// What to do about a field; a sentence that no bundle has becomes a general one.
  public String say(FieldProblem problem) {
    var key = has(problem.messageKey()) ? problem.messageKey() : "problem.field.other";
    return say(key, problem.arguments().toArray());
  }

  public boolean has(String key) {
    var found = bundles.getMessage(key, null, "", locale);
    return found != null && !found.isEmpty();
  }

  @Override
  public String toString() {
    return "Words[" + locale + "]";
  }
}
