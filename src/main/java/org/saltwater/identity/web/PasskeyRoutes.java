package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What passkeys.js asks: questions for the device, and its answers.
@RestController
class PasskeyRoutes {
  private final Passkeys passkeys;
  private final SignInSteps steps;
  private final SignIns signIns;
  private final AccountChanges changes;
  private final People people;
  private final RateLimits limits;

  PasskeyRoutes(
      Passkeys passkeys,
      SignInSteps steps,
      SignIns signIns,
      AccountChanges changes,
      People people,
      RateLimits limits) {
    this.passkeys = passkeys;
    this.steps = steps;
    this.signIns = signIns;
    this.changes = changes;
    this.people = people;
    this.limits = limits;
  }

  @PostMapping(path = "/account/passkeys/question", produces = MediaType.APPLICATION_JSON_VALUE)
  @For(Audience.SIGNED_IN)
  String beginAdding(Authentication me, HttpServletRequest request, HttpServletResponse response) {
    changes.requireFresh(request);
    return passkeys.beginAdding(me, request, response);
  }

  @PostMapping(path = "/account/passkeys", consumes = MediaType.APPLICATION_JSON_VALUE)
  @For(Audience.SIGNED_IN)
  Onward add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String label,
      @RequestBody String made,
      HttpServletRequest request,
      HttpServletResponse response) {
    changes.requireFresh(request);
    passkeys.add(people.get(me.id()), label, made, request, response);
    changes.tellOfPasskey(me);
    return new Onward("/account#passkeys");
  }

  @PostMapping(path = "/sign-in/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
  @For(Audience.ANYONE)
  String beginSignIn(HttpServletRequest request, HttpServletResponse response) {
    limits.spend(RateLimit.PASSKEY_BY_ADDRESS, request.getRemoteAddr());
    return passkeys.beginSignIn(request, response);
  }

  @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  @For(Audience.ANYONE)
  Onward signIn(
      @RequestParam(required = false) @Nullable String next,
      @RequestBody String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    var owner = steps.byPasskey(answer, request, response);
    signIns.start(owner, request, response);
    return new Onward(Next.safe(next));
  }

  /// Where the browser goes on.
  record Onward(String location) {}
}
