package org.saltwater.home;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Refusal;
import org.saltwater.site.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The page of parts, for those who build pages. A real practice has no use for it.
@Controller
@For(Audience.ANYONE)
class Design {
  private final Installation installation;

  Design(Installation installation) {
    this.installation = installation;
  }

  @GetMapping("/design")
  PageView design() {
    if (!installation.isDemo()) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    return PageView.of("home/design", new DesignView());
  }
}
