package org.saltwater.site;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/// Where a form leads once it is taken: 303 See Other (RFC 9110 §15.4.4), so that a reload of the
/// next page sends nothing a second time.
public final class SeeOther {
  private SeeOther() {}

  /// @param path within this site, as it stands in the address
  public static RedirectView to(String path) {
    var view = new RedirectView(path, false, false, false);
    view.setExpandUriTemplateVariables(false);
    view.setStatusCode(HttpStatus.SEE_OTHER);
    return view;
  }
}
