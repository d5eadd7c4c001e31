package org.saltwater.identity.web;

import java.util.List;
import org.saltwater.identity.DemoPerson;
import org.saltwater.kernel.Role;
import org.saltwater.site.FormErrors;

/// The sign-in page.
///
/// @param next where to go afterwards, a path of our own
/// @param demo the people of a demo, by role; empty elsewhere
public record SignInView(
    String next, String email, FormErrors errors, List<Cast> demo, List<Cast> everyone) {

  /// The demo's people who share a role.
  public record Cast(Role role, List<DemoPerson> people) {}
}
