package org.saltwater.home;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/// Where everyone who is signed in begins.
@Controller
@For(Audience.SIGNED_IN)
class HomePages {
  private final Homes homes;

  HomePages(Homes homes) {
    this.homes = homes;
  }

  @GetMapping("/home")
  PageView home(@AuthenticationPrincipal SignedIn me) {
    return PageView.of("home/home", homes.of(me));
  }

  /// The same as the page, for programs.
  @GetMapping("/api/v1/home")
  @ResponseBody
  HomeView homeForPrograms(@AuthenticationPrincipal SignedIn me) {
    return homes.of(me);
  }
}
