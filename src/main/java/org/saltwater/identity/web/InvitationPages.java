package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.Invitations;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.FormErrors;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Inviting those who work here, and accepting.
@Controller
@For({Audience.COORDINATOR, Audience.OPERATOR})
class InvitationPages {
  private final Invitations invitations;
  private final SignInSteps steps;

  InvitationPages(Invitations invitations, SignInSteps steps) {
    this.invitations = invitations;
    this.steps = steps;
  }

  @GetMapping("/invitations")
  PageView list(
      @RequestParam(required = false) @Nullable String sent, @AuthenticationPrincipal SignedIn me) {
    return page(me, "", "", Set.of(Role.THERAPIST), sent != null, FormErrors.none());
  }

  @PostMapping("/invitations")
  View invite(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false) @Nullable List<String> roles,
      @AuthenticationPrincipal SignedIn me) {
    var chosen = roles(roles);
    try {
      invitations.invite(me, name, email, chosen, me.zone());
      return SeeOther.to("/invitations?sent");
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return page(me, name, email, chosen, false, FormErrors.of(refusal)).withStatus(422);
    }
  }

  @PostMapping("/invitations/{person}/withdraw")
  View withdraw(@PathVariable String person, @AuthenticationPrincipal SignedIn me) {
    try {
      invitations.withdraw(me, PersonId.of(person));
    } catch (IllegalArgumentException noId) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    return SeeOther.to("/invitations");
  }

  @GetMapping("/invitation/{token}")
  @For(Audience.ANYONE)
  PageView invitation(@PathVariable String token) {
    return choosePassword(token, invited(token), FormErrors.none());
  }

  @PostMapping("/invitation/{token}")
  @For(Audience.ANYONE)
  View accept(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    var person = invited(token);
    try {
      var accepted = invitations.accept(token, new Redacted<>(password));
      return SeeOther.to(steps.goOn(accepted, Next.HOME, request, response));
    } catch (Refusal refusal) {
      if (refusal.fields().isEmpty()) {
        throw refusal;
      }
      return choosePassword(token, person, FormErrors.of(refusal)).withStatus(422);
    }
  }

  private Person invited(String token) {
    return invitations.find(token).orElseThrow(() -> new Refusal(IdentityProblem.LINK_SPENT));
  }

  private static PageView choosePassword(String token, Person person, FormErrors errors) {
    return PageView.of(
        "identity/new-password",
        new NewPasswordView("/invitation/" + token, person.name(), person.email(), errors));
  }

  private PageView page(
      SignedIn me, String name, String email, Set<Role> roles, boolean sent, FormErrors errors) {
    return PageView.of(
        "identity/invitations",
        new InvitationsView(
            invitations.list(), Invitations.listRolesToGive(me), name, email, roles, sent, errors));
  }

  private static Set<Role> roles(@Nullable List<String> names) {
    var roles = EnumSet.noneOf(Role.class);
    for (var role : Role.values()) {
      if (names != null && names.contains(role.name())) {
        roles.add(role);
      }
    }
    return roles;
  }
}
