package org.saltwater.home;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.site.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
@For(Audience.ANYONE)
class Landing {
  @GetMapping("/")
  PageView landing() {
    return PageView.of("home/landing", new LandingView());
  }
}
