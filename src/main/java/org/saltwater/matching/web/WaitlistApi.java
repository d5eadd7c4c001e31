package org.saltwater.matching.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.IdempotencyKey;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.matching.Waiting;
import org.saltwater.matching.Waitlist;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The line, for programs. Joining twice is joining once; a key keeps a request that comes again
/// late from bringing somebody back who has left in between.
@RestController
@RequestMapping("/api/v1/waitlist")
@For(Audience.ANYONE)
class WaitlistApi {
  private final Seekers seekers;
  private final Waitlist waitlist;
  private final People people;

  WaitlistApi(Seekers seekers, Waitlist waitlist, People people) {
    this.seekers = seekers;
    this.waitlist = waitlist;
    this.people = people;
  }

  /// @param email needed from somebody without an account only
  record Joining(@Nullable String email) {
    @Override
    public String toString() {
      return "Joining[redacted]";
    }
  }

  @GetMapping
  Waiting find(HttpServletRequest request) {
    return waitlist
        .find(seekers.get(request).client())
        .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  @PostMapping
  Waiting join(
      HttpServletRequest request,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody(required = false) @Nullable Joining joining) {
    var answers = seekers.get(request);
    var once = IdempotencyKey.read(key);
    if (people.find(answers.client().person()).isPresent()) {
      return waitlist.join(answers, Optional.empty(), once);
    }
    var email =
        Optional.ofNullable(joining)
            .map(Joining::email)
            .map(String::strip)
            .filter(People::isEmail)
            .map(Redacted::new)
            .orElseThrow(
                () ->
                    new Refusal(
                        GeneralProblem.INVALID,
                        List.of(new FieldProblem("email", "matching.problem.email"))));
    return waitlist.join(answers, Optional.of(email), once);
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(HttpServletRequest request) {
    waitlist.leave(seekers.get(request).client());
  }
}
