package org.saltwater.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who may call a route. Every handler carries it, on itself or its controller; one without it is
/// closed to all and fails the build. Roles only open the door to the route: what a person may see
/// behind it is decided by `care`'s `Access`.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface For {
  Audience[] value();

  /// Roles, and two more: anyone at all, and anyone who is signed in.
  enum Audience {
    ANYONE,
    SIGNED_IN,
    CLIENT,
    THERAPIST,
    SUPERVISOR,
    COORDINATOR,
    OPERATOR
  }
}
