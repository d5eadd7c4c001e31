package org.saltwater.crying.insight;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A client's own looking back, and whether the practice may learn from their hours.
@Controller
@RequestMapping("/moments/looking-back")
@For(Audience.CLIENT)
class InsightPages {
  private final OwnMoments moments;
  private final Agreed agreed;

  InsightPages(OwnMoments moments, Agreed agreed) {
    this.moments = moments;
    this.agreed = agreed;
  }

  @GetMapping
  PageView look(@AuthenticationPrincipal SignedIn me) {
    return PageView.of(
        "crying/looking-back",
        new OwnView(moments.look(me.client()), agreed.isAgreed(me.client())));
  }

  @PostMapping("/counting")
  View agree(
      @AuthenticationPrincipal SignedIn me, @RequestParam(defaultValue = "false") boolean yes) {
    agreed.set(me.client(), yes);
    return SeeOther.to("/moments/looking-back#counting");
  }
}
