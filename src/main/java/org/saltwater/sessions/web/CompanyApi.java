package org.saltwater.sessions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.IdempotencyKey;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.sessions.company.Answer;
import org.saltwater.sessions.company.Companion;
import org.saltwater.sessions.company.Companions;
import org.saltwater.sessions.company.Invited;
import org.saltwater.sessions.video.Switchboard;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who comes along to an hour, for programs of the two who meet in it.
@RestController
@RequestMapping("/api/v1/sessions/{appointment}/company")
class CompanyApi {
  private final Companions companions;
  private final Switchboard switchboard;
  private final Installation installation;

  CompanyApi(Companions companions, Switchboard switchboard, Installation installation) {
    this.companions = companions;
    this.switchboard = switchboard;
    this.installation = installation;
  }

  @GetMapping
  @For({Audience.CLIENT, Audience.THERAPIST})
  CompanyAnswer list(@AuthenticationPrincipal SignedIn me, @PathVariable UUID appointment) {
    var id = new AppointmentId(appointment);
    var all = companions.listOf(me, id);
    var here = switchboard.listHere(id);
    return new CompanyAnswer(all.stream().map(it -> CompanionAnswer.of(it, here)).toList());
  }

  /// Asks someone without an account along; the link is answered this once.
  @PostMapping
  @For({Audience.CLIENT, Audience.THERAPIST})
  @ResponseStatus(HttpStatus.CREATED)
  InvitedAnswer ask(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
      @RequestBody @Valid AskRequest request) {
    return answer(
        companions.invite(
            me, new AppointmentId(appointment), request.name(), IdempotencyKey.read(key)));
  }

  /// Asks a supervisor along; again changes nothing.
  @PostMapping("/supervisor")
  @For(Audience.THERAPIST)
  CompanionAnswer askSupervisor(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @RequestBody @Valid SupervisorRequest request) {
    return CompanionAnswer.of(
        companions.invite(me, new AppointmentId(appointment), request.supervisor()), Set.of());
  }

  /// Another link for whom one has asked; the one before opens nothing any more.
  @PostMapping("/{companion}/link")
  @For({Audience.CLIENT, Audience.THERAPIST})
  InvitedAnswer linkAnew(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @PathVariable UUID companion) {
    return answer(companions.linkAnew(me, new AppointmentId(appointment), companion));
  }

  @PostMapping("/{companion}/yes")
  @For({Audience.CLIENT, Audience.THERAPIST})
  CompanionAnswer agree(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @PathVariable UUID companion) {
    return answer(me, appointment, companion, Answer.YES);
  }

  /// Also takes a yes back, in the middle of the hour as well.
  @PostMapping("/{companion}/no")
  @For({Audience.CLIENT, Audience.THERAPIST})
  CompanionAnswer decline(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID appointment,
      @PathVariable UUID companion) {
    return answer(me, appointment, companion, Answer.NO);
  }

  private CompanionAnswer answer(SignedIn me, UUID appointment, UUID companion, Answer said) {
    var id = new AppointmentId(appointment);
    return CompanionAnswer.of(companions.answer(me, id, companion, said), switchboard.listHere(id));
  }

  private InvitedAnswer answer(Invited invited) {
    return new InvitedAnswer(
        CompanionAnswer.of(invited.companion(), Set.of()),
        installation.address().resolve(invited.link().value()).toString());
  }

  record CompanyAnswer(List<CompanionAnswer> company) {}

  /// @param supervisor who it is, if they work here
  /// @param own what they say themselves; `client` and `therapist` what these two say
  /// @param agreed whether everyone has said yes
  /// @param here whether they are in the room by video now
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record CompanionAnswer(
      UUID id,
      String name,
      @Nullable UUID supervisor,
      UUID invitedBy,
      Answer own,
      Answer client,
      Answer therapist,
      boolean agreed,
      boolean here) {
    static CompanionAnswer of(Companion it, Set<PersonId> here) {
      return new CompanionAnswer(
          it.id(),
          it.name(),
          it.supervisor().map(PersonId::value).orElse(null),
          it.invitedBy().value(),
          it.own(),
          it.clients(),
          it.therapists(),
          it.isAgreed(),
          here.contains(it.person()));
    }

    @Override
    public String toString() {
      return "CompanionAnswer[" + id + "]";
    }
  }

  /// @param link to give to whom was asked; it works once
  record InvitedAnswer(CompanionAnswer companion, String link) {
    @Override
    public String toString() {
      return "InvitedAnswer[redacted]";
    }
  }

  record AskRequest(@NotNull String name) {
    @Override
    public String toString() {
      return "AskRequest[redacted]";
    }
  }

  record SupervisorRequest(@NotNull PersonId supervisor) {}
}
