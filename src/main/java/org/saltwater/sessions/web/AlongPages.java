package org.saltwater.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.company.Along;
import org.saltwater.sessions.company.AlongCookie;
import org.saltwater.sessions.company.CompanyProblem;
import org.saltwater.sessions.company.Hour;
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
import org.springframework.web.servlet.view.RedirectView;

/// An hour, for somebody who comes along to it: their yes, their waiting, and the room. For anyone,
/// because most have no account; what they carry from their link, or a supervisor's sign-in, opens
/// it, and to everyone else there is nothing here.
@Controller
@RequestMapping("/along")
@For(Audience.ANYONE)
class AlongPages {
  private final Along along;
  private final AlongCookie cookie;

  AlongPages(Along along, AlongCookie cookie) {
    this.along = along;
    this.cookie = cookie;
  }

  /// Names nobody, and does not use the link up: programs that read mail follow links.
  @GetMapping("/link/{token}")
  PageView arrive(@PathVariable String token) {
    if (!along.isGood(token)) {
      throw new Refusal(CompanyProblem.COMPANY_LINK_SPENT);
    }
    return PageView.of("sessions/along-link", new AlongLinkView("/along/link/" + token));
  }

  @PostMapping("/link/{token}")
  RedirectView follow(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    var followed = along.follow(token, request.getRemoteAddr());
    cookie.keep(response, followed.companion(), followed.token(), followed.until());
    return SeeOther.to("/along/" + followed.companion());
  }

  @GetMapping("/{companion}")
  PageView hour(
      @AuthenticationPrincipal @Nullable SignedIn me,
      @PathVariable UUID companion,
      HttpServletRequest request) {
    var hour = along.get(request, me, companion);
    return page(hour, hour.companion().name(), FormErrors.none());
  }

  @PostMapping("/{companion}/yes")
  Object agree(
      @AuthenticationPrincipal @Nullable SignedIn me,
      @PathVariable UUID companion,
      @RequestParam(defaultValue = "") String name,
      HttpServletRequest request) {
    try {
      along.agree(request, me, companion, name);
      return SeeOther.to("/along/" + companion);
    } catch (Refusal refusal) {
      if (refusal.type() == GeneralProblem.INVALID) {
        return page(along.get(request, me, companion), name, FormErrors.of(refusal))
            .withStatus(422);
      }
      throw refusal;
    }
  }

  @PostMapping("/{companion}/no")
  RedirectView decline(
      @AuthenticationPrincipal @Nullable SignedIn me,
      @PathVariable UUID companion,
      HttpServletRequest request) {
    along.decline(request, me, companion);
    return SeeOther.to("/along/" + companion);
  }

  private static PageView page(Hour hour, String name, FormErrors errors) {
    return PageView.of("sessions/along", new AlongView(hour, name, errors));
  }
}
