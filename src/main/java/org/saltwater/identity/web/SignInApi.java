package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.IdentityProblem;
import org.saltwater.identity.OpenSignIn;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.secondstep.SecondSteps;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in for programs: a bearer token instead of a cookie, with the same rules.
@RestController
@RequestMapping("/api/v1")
@For(Audience.SIGNED_IN)
class SignInApi {
  private final SignInSteps steps;
  private final SignIns signIns;
  private final SecondSteps secondSteps;
  private final People people;
  private final PasswordResets resets;
  private final AccountChanges changes;

  SignInApi(
      SignInSteps steps,
      SignIns signIns,
      SecondSteps secondSteps,
      People people,
      PasswordResets resets,
      AccountChanges changes) {
    this.steps = steps;
    this.signIns = signIns;
    this.secondSteps = secondSteps;
    this.people = people;
    this.resets = resets;
    this.changes = changes;
  }

  @PostMapping("/sign-ins")
  @ResponseStatus(HttpStatus.CREATED)
  @For(Audience.ANYONE)
  Issued signIn(@RequestBody Asked asked, HttpServletRequest request) {
    var person = steps.byPassword(asked.email(), new Redacted<>(asked.password()), request);
    if (secondSteps.isSetUp(person.id())) {
      if (asked.code() == null || asked.code().isBlank()) {
        throw new Refusal(IdentityProblem.CODE_NEEDED);
      }
      steps.code(person, asked.code());
    } else if (person.needsSecondStep()) {
      throw new Refusal(IdentityProblem.SECOND_STEP_MISSING);
    }
    return new Issued(signIns.issue(person.id(), "API").value(), PersonAnswer.of(person));
  }

  @GetMapping("/sign-ins")
  List<SignInAnswer> list(@AuthenticationPrincipal SignedIn me) {
    return signIns.list(me.id()).stream().map(SignInAnswer::of).toList();
  }

  @DeleteMapping("/sign-ins/current")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(@AuthenticationPrincipal SignedIn me, HttpServletRequest request) {
    signIns.end(me, request);
  }

  @DeleteMapping("/sign-ins/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    signIns.revoke(me.id(), id);
  }

  @DeleteMapping("/sign-ins")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revokeAll(@AuthenticationPrincipal SignedIn me) {
    signIns.revokeAll(me.id());
  }

  @GetMapping("/me")
  PersonAnswer me(@AuthenticationPrincipal SignedIn me) {
    return PersonAnswer.of(people.get(me.id()));
  }

  @PutMapping("/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void changePassword(
      @RequestBody PasswordChange change,
      @AuthenticationPrincipal SignedIn me,
      HttpServletRequest request) {
    changes.changePassword(
        me,
        new Redacted<>(change.current()),
        new Redacted<>(change.password()),
        signIns.current(request));
  }

  /// The same answer whether the address has an account or not.
  @PostMapping("/password-resets")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @For(Audience.ANYONE)
  void askForReset(@RequestBody ResetAsked asked, HttpServletRequest request) {
    resets.ask(asked.email(), request.getRemoteAddr());
  }

  @PutMapping("/password-resets/{token}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @For(Audience.ANYONE)
  void reset(@PathVariable String token, @RequestBody NewPassword wanted) {
    resets.use(token, new Redacted<>(wanted.password()));
  }

  record Asked(String email, String password, @Nullable String code) {
    Asked {
      email = Objects.requireNonNullElse(email, "");
      password = Objects.requireNonNullElse(password, "");
    }

    @Override
    public String toString() {
      return "Asked[redacted]";
    }
  }

  record Issued(String token, PersonAnswer person) {
    @Override
    public String toString() {
      return "Issued[redacted]";
    }
  }

  record PersonAnswer(String id, String name, String email, Set<Role> roles, String zone) {
    static PersonAnswer of(Person person) {
      return new PersonAnswer(
          person.id().toString(),
          person.name(),
          person.email(),
          person.roles(),
          person.zone().getId());
    }
  }

  record SignInAnswer(UUID id, String device, Instant begunAt, Instant lastSeenAt) {
    static SignInAnswer of(OpenSignIn open) {
      return new SignInAnswer(open.id(), open.device(), open.begunAt(), open.lastSeenAt());
    }
  }

  record PasswordChange(String current, String password) {
    PasswordChange {
      current = Objects.requireNonNullElse(current, "");
      password = Objects.requireNonNullElse(password, "");
    }

    @Override
    public String toString() {
      return "PasswordChange[redacted]";
    }
  }

  record ResetAsked(String email) {
    ResetAsked {
      email = Objects.requireNonNullElse(email, "");
    }
  }

  record NewPassword(String password) {
    NewPassword {
      password = Objects.requireNonNullElse(password, "");
    }

    @Override
    public String toString() {
      return "NewPassword[redacted]";
    }
  }
}
