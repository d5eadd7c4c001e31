package org.saltwater.identity.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.Invitation;
import org.saltwater.identity.Invitations;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Invitations for programs. Inviting the same address again sends a new link and makes nobody
/// twice, so it needs no idempotency key.
@RestController
@RequestMapping("/api/v1/invitations")
@For({Audience.COORDINATOR, Audience.OPERATOR})
class InvitationApi {
  private final Invitations invitations;

  InvitationApi(Invitations invitations) {
    this.invitations = invitations;
  }

  @GetMapping
  List<OpenInvitation> list() {
    return invitations.list().stream().map(OpenInvitation::of).toList();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  SignInApi.PersonAnswer invite(@RequestBody Wanted wanted, @AuthenticationPrincipal SignedIn me) {
    return SignInApi.PersonAnswer.of(
        invitations.invite(
            me, wanted.name(), wanted.email(), wanted.roles(), zone(wanted.zone(), me)));
  }

  @DeleteMapping("/{person}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable PersonId person, @AuthenticationPrincipal SignedIn me) {
    invitations.withdraw(me, person);
  }

  @PostMapping("/{token}/acceptance")
  @For(Audience.ANYONE)
  SignInApi.PersonAnswer accept(
      @PathVariable String token, @RequestBody SignInApi.NewPassword wanted) {
    return SignInApi.PersonAnswer.of(invitations.accept(token, new Redacted<>(wanted.password())));
  }

  private static ZoneId zone(@Nullable String name, SignedIn me) {
    try {
      return name == null ? me.zone() : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("zone", "identity.field.zone")));
    }
  }

  record Wanted(String name, String email, Set<Role> roles, @Nullable String zone) {
    Wanted {
      name = Objects.requireNonNullElse(name, "");
      email = Objects.requireNonNullElse(email, "");
      roles = Objects.requireNonNullElse(roles, Set.of());
    }
  }

  record OpenInvitation(SignInApi.PersonAnswer person, Instant endsAt) {
    static OpenInvitation of(Invitation invitation) {
      return new OpenInvitation(
          SignInApi.PersonAnswer.of(invitation.person()), invitation.endsAt());
    }
  }
}
