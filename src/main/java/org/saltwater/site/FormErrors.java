package org.saltwater.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;

/// What needs another look in a form, field by field. A view record holds one; the templates under
/// `part/` put each sentence beside its field.
public record FormErrors(List<FieldProblem> problems) {
  public FormErrors {
    problems = List.copyOf(problems);
  }

  public static FormErrors none() {
    return new FormErrors(List.of());
  }

  public static FormErrors of(Refusal refusal) {
    return new FormErrors(refusal.fields());
  }

  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /// The sentence for one field, or null when the field is fine.
  public @Nullable String at(Page page, String field) {
    return problems.stream()
        .filter(problem -> problem.field().equals(field))
        .findFirst()
        .map(page.words()::say)
        .orElse(null);
  }
}
