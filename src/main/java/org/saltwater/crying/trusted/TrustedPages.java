package org.saltwater.crying.trusted;

import java.util.UUID;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// A client invites someone they trust, or takes that back.
@Controller
@RequestMapping("/ladder/trusted")
@For(Audience.CLIENT)
class TrustedPages {
  private final TrustedLinks links;
  private final Installation installation;

  TrustedPages(TrustedLinks links, Installation installation) {
    this.links = links;
    this.installation = installation;
  }

  @GetMapping
  PageView list(@AuthenticationPrincipal SignedIn me) {
    return page(me, UUID.randomUUID(), "", "", "", false, FormErrors.none());
  }

  /// The link is shown in the answer itself and never again, so there is no redirect to a page that
  /// would have to know it.
  @PostMapping
  PageView make(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String id,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email) {
    var own = id(id);
    try {
      var path = links.make(me.client(), own, name, email).value();
      return page(
          me,
          UUID.randomUUID(),
          "",
          "",
          installation.address().resolve(path).toString(),
          !email.isBlank(),
          FormErrors.none());
    } catch (Refusal refusal) {
      if (refusal.type() != GeneralProblem.INVALID) {
        throw refusal;
      }
      return page(me, own, name, email, "", false, FormErrors.of(refusal)).withStatus(422);
    }
  }

  @PostMapping("/{link}/withdraw")
  View withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable UUID link) {
    links.withdraw(me.client(), link);
    return SeeOther.to("/ladder/trusted");
  }

  private PageView page(
      SignedIn me,
      UUID id,
      String name,
      String email,
      String link,
      boolean mailed,
      FormErrors errors) {
    return PageView.of(
        "crying/trusted-links",
        new TrustedView(id, name, email, link, mailed, links.list(me.client()), errors));
  }

  private static UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException none) {
      return UUID.randomUUID();
    }
  }
}
