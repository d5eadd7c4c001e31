package org.saltwater.site;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.view.RedirectView;

/// Pages name their icon; for an answer without a head, such as that of `/health`, browsers ask
/// for it under the name it has always had.
@Controller
@For(Audience.ANYONE)
class Icon {
  private final Assets assets;

  Icon(Assets assets) {
    this.assets = assets;
  }

  @GetMapping("/favicon.ico")
  RedirectView icon() {
    return SeeOther.to(assets.address("images/favicon.svg"));
  }
}
