package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
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
  private final SignIns signIns;
  private final People people;
  private final Notifications notifications;

  PasskeyRoutes(Passkeys passkeys, SignIns signIns, People people, Notifications notifications) {
    this.passkeys = passkeys;
    this.signIns = signIns;
    this.people = people;
    this.notifications = notifications;
  }

  @PostMapping(path = "/account/passkeys/question", produces = MediaType.APPLICATION_JSON_VALUE)
  @For(Audience.SIGNED_IN)
  String beginAdding(Authentication me, HttpServletRequest request, HttpServletResponse response) {
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
    var person = people.get(me.id());
    passkeys.add(person, label, made, request, response);
    notifications.mail(person.email(), Notice.SECOND_STEP_CHANGED, person.name(), "/account");
    return new Onward("/account#passkeys");
  }

  @PostMapping(path = "/sign-in/passkey/question", produces = MediaType.APPLICATION_JSON_VALUE)
  @For(Audience.ANYONE)
  String beginSignIn(HttpServletRequest request, HttpServletResponse response) {
    return passkeys.beginSignIn(request, response);
  }

  @PostMapping(path = "/sign-in/passkey", consumes = MediaType.APPLICATION_JSON_VALUE)
  @For(Audience.ANYONE)
  Onward signIn(
      @RequestParam(required = false) @Nullable String next,
      @RequestBody String answer,
      HttpServletRequest request,
      HttpServletResponse response) {
    var owner = passkeys.owner(answer, request, response);
    signIns.start(owner, request, response);
    return new Onward(Next.safe(next));
  }

  /// Where the browser goes on.
  record Onward(String location) {}
}
