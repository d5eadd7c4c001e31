package org.saltwater.kernel;

/// Refusals that belong to no module in particular.
public enum GeneralProblem implements ProblemType {
  INVALID("invalid", 422),
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  TOO_LARGE("too-large", 413),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  NOT_ALLOWED("not-allowed", 403),
  SIGN_IN_NEEDED("sign-in-needed", 401),
  TOO_MANY_REQUESTS("too-many-requests", 429),
  STORE_UNAVAILABLE("store-unavailable", 503),
  UNEXPECTED("unexpected", 500);

  private final String slug;
  private final int status;

  GeneralProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
