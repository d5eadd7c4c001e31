package org.saltwater.care.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where a form leads when it is done.
final class Ways {
  private Ways() {}

  static View to(String path) {
    var redirect = new RedirectView(path);
    redirect.setStatusCode(HttpStatus.SEE_OTHER);
    redirect.setExposeModelAttributes(false);
    return redirect;
  }
}
