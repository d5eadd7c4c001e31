package org.saltwater.home;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.library.Library;
import org.saltwater.site.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What anyone may read before they begin. These pages ask no database for anything, but the first
/// whether an article that it leads to is there.
@Controller
@For(Audience.ANYONE)
class OpenPages {
  private static final LandingView VIEW = new LandingView(false);

  private final Library library;

  OpenPages(Library library) {
    this.library = library;
  }

  @GetMapping("/")
  PageView landing() {
    return PageView.of("home/landing", view());
  }

  @GetMapping("/how-it-works")
  PageView howItWorks() {
    return PageView.of("home/how", VIEW);
  }

  @GetMapping("/privacy")
  PageView privacy() {
    return PageView.of("home/privacy", VIEW);
  }

  private LandingView view() {
    return new LandingView(library.isShown(LandingView.TEARS));
  }
}
