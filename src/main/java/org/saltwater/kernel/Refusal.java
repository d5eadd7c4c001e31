package org.saltwater.kernel;

import java.util.List;

/// A request that cannot be carried out, for a reason the person can read. Arguments fill the
/// bundle's text and must never hold clinical text.
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient List<FieldProblem> fields;
  private final transient List<Object> arguments;

  public Refusal(ProblemType type, Object... arguments) {
    this(type, List.of(), arguments);
  }

  public Refusal(ProblemType type, List<FieldProblem> fields, Object... arguments) {
    super(type.slug());
    this.type = type;
    this.fields = List.copyOf(fields);
    this.arguments = List.of(arguments);
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldProblem> fields() {
    return fields;
  }

  public List<Object> arguments() {
    return arguments;
  }

  /// One field and the bundle key of what to do about it.
  public record FieldProblem(String field, String messageKey, List<Object> arguments) {
    public FieldProblem(String field, String messageKey, Object... arguments) {
      this(field, messageKey, List.of(arguments));
    }
  }
}
