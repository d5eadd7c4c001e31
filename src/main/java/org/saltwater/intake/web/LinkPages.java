package org.saltwater.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.saltwater.identity.People;
import org.saltwater.intake.IntakeCookie;
import org.saltwater.intake.IntakeLinks;
import org.saltwater.intake.IntakeProblem;
import org.saltwater.intake.IntakeToken;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Going on somewhere else, by a mailed link.
@Controller
@For(Audience.ANYONE)
class LinkPages {
  private final Visitor visitor;
  private final IntakeLinks links;
  private final IntakeCookie cookie;

  LinkPages(Visitor visitor, IntakeLinks links, IntakeCookie cookie) {
    this.visitor = visitor;
    this.links = links;
    this.cookie = cookie;
  }

  @GetMapping("/begin/link")
  View ask(HttpServletRequest request) {
    return visitor.find(request).isEmpty()
        ? SeeOther.to("/begin")
        : PageView.of("intake/link", new LinkView("", false, FormErrors.none()));
  }

  @PostMapping("/begin/link")
  PageView send(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    var intake = visitor.get(request);
    if (!People.isEmail(email)) {
      var errors = new FormErrors(List.of(new FieldProblem("email", "intake.problem.email")));
      return PageView.of("intake/link", new LinkView(email, false, errors))
          .withStatus(GeneralProblem.INVALID.status());
    }
    links.mail(intake.client(), email.strip());
    return PageView.of("intake/link", new LinkView("", true, FormErrors.none()));
  }

  @GetMapping("/begin/link/{token:[\\w-]{43}}")
  PageView follow(@PathVariable String token) {
    if (!links.isGood(new IntakeToken(token))) {
      throw new Refusal(IntakeProblem.LINK_SPENT);
    }
    return PageView.of("intake/link-open", new LinkOpenView(token));
  }

  @PostMapping("/begin/link/{token:[\\w-]{43}}")
  View open(@PathVariable String token, HttpServletResponse response) {
    cookie.keep(response, links.spend(new IntakeToken(token)).token());
    return SeeOther.to("/begin");
  }
}
