package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;
import org.saltwater.kernel.PersonId;

/// Someone whose password was right and whose second step is missing: not signed in yet, to anyone.
///
/// @param next where they wanted to go
record HalfWay(PersonId person, String next) implements Serializable {
  private static final String ATTRIBUTE = "half-way";

  static Optional<HalfWay> find(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null && session.getAttribute(ATTRIBUTE) instanceof HalfWay found
        ? Optional.of(found)
        : Optional.empty();
  }

  void keep(HttpServletRequest request) {
    var before = request.getSession(false);
    if (before != null) {
      before.invalidate();
    }
    request.getSession(true).setAttribute(ATTRIBUTE, this);
  }
}
