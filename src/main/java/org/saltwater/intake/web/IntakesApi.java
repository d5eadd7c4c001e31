package org.saltwater.intake.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.intake.Intake;
import org.saltwater.intake.IntakeLinks;
import org.saltwater.intake.IntakeProblem;
import org.saltwater.intake.IntakeRetention;
import org.saltwater.intake.Intakes;
import org.saltwater.intake.PageSaved;
import org.saltwater.intake.questionnaire.Group;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.Contacts;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The questionnaire for programs. What opens an intake is the `Intake-Token` header, or the
/// client's own sign-in.
@RestController
@RequestMapping("/api/v1/intakes")
@For(Audience.ANYONE)
class IntakesApi {
  /// RFC 8288, with IANA's relation `help`.
  private static final String HELP = "</help-now>; rel=\"help\"";

  private final Visitor visitor;
  private final Intakes intakes;
  private final IntakeLinks links;
  private final IntakeRetention retention;
  private final Contacts contacts;
  private final RateLimits limits;
  private final QuestionnaireAnswers questionnaires;

  IntakesApi(
      Visitor visitor,
      Intakes intakes,
      IntakeLinks links,
      IntakeRetention retention,
      Contacts contacts,
      RateLimits limits,
      QuestionnaireAnswers questionnaires) {
    this.visitor = visitor;
    this.intakes = intakes;
    this.links = links;
    this.retention = retention;
    this.contacts = contacts;
    this.limits = limits;
    this.questionnaires = questionnaires;
  }

  /// @param token goes into the `Intake-Token` header of every further call; it is shown this once
  record Begun(UUID intake, UUID client, String token) {
    @Override
    public String toString() {
      return "Begun[" + intake + "]";
    }
  }

  /// @param groups the link ids of the pages on the way that the answers so far open
  /// @param next the first of them that misses something needed
  /// @param end the end before the end, if the way leads to one
  record State(
      UUID intake,
      String version,
      boolean complete,
      boolean completed,
      List<String> groups,
      @Nullable String next,
      @Nullable String end,
      Map<String, List<String>> answers) {
    static State of(Intake intake) {
      return new State(
          intake.id(),
          intake.questionnaire().version(),
          intake.walk().isComplete(),
          intake.completedAt().isPresent(),
          intake.walk().groups().stream().map(Group::linkId).toList(),
          intake.walk().firstUnfinished().map(Group::linkId).orElse(null),
          intake.walk().end().map(Group::linkId).orElse(null),
          intake.given().values());
    }

    @Override
    public String toString() {
      return "State[" + intake + "]";
    }
  }

  /// One page's answers: link id to codes, or to the number or text as typed.
  record AnswersOrder(
      @NotNull String group, @NotNull Map<String, @NotNull List<@NotNull String>> answers) {
    @Override
    public String toString() {
      return "AnswersOrder[redacted]";
    }
  }

  /// @param next the page after it, or null after the last
  /// @param help whether crisis lines must be shown to the person now, before the next page
  record Saved(@Nullable String next, boolean help) {}

  record LinkOrder(@NotNull String email) {
    @Override
    public String toString() {
      return "LinkOrder[redacted]";
    }
  }

  record ContactOrder(@NotBlank @Size(max = PausePages.LONGEST) String howToReach) {
    @Override
    public String toString() {
      return "ContactOrder[redacted]";
    }
  }

  /// @param key makes it safe to send again while nothing is answered yet; to be a random UUID
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Begun begin(
      @AuthenticationPrincipal @Nullable SignedIn me,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
      HttpServletRequest request) {
    if (me != null && !me.is(Role.CLIENT)) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    if (me != null && key == null && visitor.find(request).isPresent()) {
      throw new Refusal(IntakeProblem.INTAKE_EXISTS);
    }
    limits.spend(RateLimit.INTAKE, request.getRemoteAddr());
    var client = me == null ? ClientId.random() : me.client();
    var begun = key == null ? intakes.begin(client) : intakes.begin(client, key);
    return new Begun(begun.intake(), begun.client().value(), begun.token().value());
  }

  @GetMapping("/{intake}")
  State get(@PathVariable UUID intake, HttpServletRequest request) {
    return State.of(mine(intake, request));
  }

  /// The version of the questionnaire that this intake answers.
  @GetMapping("/{intake}/questionnaire")
  QuestionnaireAnswers.Answer questionnaire(
      @PathVariable UUID intake, HttpServletRequest request, Locale reader) {
    return questionnaires.answer(mine(intake, request), reader);
  }

  /// Where the answers need another look and crisis lines must be shown all the same, the refusal
  /// links to them.
  @PutMapping("/{intake}/answers")
  Saved save(
      @PathVariable UUID intake,
      @RequestBody @Valid AnswersOrder order,
      HttpServletRequest request,
      HttpServletResponse response) {
    var saved = intakes.save(mine(intake, request).client(), order.group(), order.answers());
    return switch (saved) {
      case PageSaved.Kept(var after, Optional<Group> next, var help) ->
          new Saved(next.map(Group::linkId).orElse(null), help);
      case PageSaved.AnotherLook(var after, var given, var problems, var help) -> {
        if (help) {
          response.addHeader(HttpHeaders.LINK, HELP);
        }
        throw new Refusal(GeneralProblem.INVALID, problems);
      }
    };
  }

  @PostMapping("/{intake}/completion")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void complete(@PathVariable UUID intake, HttpServletRequest request) {
    intakes.complete(mine(intake, request).client());
  }

  @PostMapping("/{intake}/links")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void mailLink(
      @PathVariable UUID intake, @RequestBody @Valid LinkOrder order, HttpServletRequest request) {
    var mine = mine(intake, request);
    if (!People.isEmail(order.email())) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("email", "intake.problem.email")));
    }
    links.mail(mine.client(), order.email().strip());
  }

  /// How whoever follows up can reach the person; replaces what was left before.
  @PutMapping("/{intake}/contact")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leaveContact(
      @PathVariable UUID intake,
      @RequestBody @Valid ContactOrder order,
      HttpServletRequest request) {
    contacts.leave(mine(intake, request).client(), order.howToReach().strip());
  }

  @DeleteMapping("/{intake}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void forget(@PathVariable UUID intake, HttpServletRequest request) {
    retention.forget(mine(intake, request).client());
  }

  private Intake mine(UUID id, HttpServletRequest request) {
    var intake = visitor.get(request);
    if (!intake.id().equals(id)) {
      throw new Refusal(IntakeProblem.INTAKE_UNKNOWN);
    }
    return intake;
  }
}
