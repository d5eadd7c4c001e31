package org.saltwater.crying.trusted;

import jakarta.servlet.http.HttpServletResponse;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Refusal;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// How to be with someone who cries, for whoever was given a link. There is nothing else behind it.
@Controller
@For(Audience.ANYONE)
class TrustedVisitPages {
  private static final String COOKIE = "__Host-trusted";

  private final TrustedLinks links;

  TrustedVisitPages(TrustedLinks links) {
    this.links = links;
  }

  @GetMapping("/trusted/{token:[\\w-]{43}}")
  PageView follow(@PathVariable String token, HttpServletResponse response) {
    hide(response);
    if (!links.isGood(token)) {
      throw new Refusal(TrustedProblem.LINK_OVER);
    }
    return PageView.of("crying/trusted-open", new TrustedVisitView(token, ""));
  }

  @PostMapping("/trusted/{token:[\\w-]{43}}")
  View open(@PathVariable String token, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(COOKIE, links.open(token).value())
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(TrustedLinks.LASTS)
            .build()
            .toString());
    return SeeOther.to("/trusted");
  }

  @GetMapping("/trusted")
  PageView page(
      @CookieValue(name = COOKIE, defaultValue = "") String visit, HttpServletResponse response) {
    hide(response);
    var name = links.findName(visit).orElseThrow(() -> new Refusal(TrustedProblem.LINK_OVER));
    return PageView.of("crying/trusted", new TrustedVisitView("", name));
  }

  /// Search engines keep away from it, should a link ever stand somewhere.
  private static void hide(HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
  }
}
