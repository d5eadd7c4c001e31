package org.saltwater.progress.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.SignedIn;
import org.saltwater.progress.Agenda;
import org.saltwater.vault.Evidence;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a client wants to talk about next time, for programs. May be sent twice.
@RestController
@RequestMapping("/api/v1/agenda")
@For(Audience.CLIENT)
class AgendaApi {
  private final Agenda agenda;

  AgendaApi(Agenda agenda) {
    this.agenda = agenda;
  }

  /// @param at null if nothing is noted
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AgendaAnswer(@Nullable Instant at, String words) {
    @Override
    public String toString() {
      return "AgendaAnswer[redacted]";
    }
  }

  record AgendaOrder(@NotNull String words) {
    @Override
    public String toString() {
      return "AgendaOrder[redacted]";
    }
  }

  @GetMapping
  AgendaAnswer get(@AuthenticationPrincipal SignedIn me) {
    return agenda
        .find(Evidence.own(me.client()))
        .map(it -> new AgendaAnswer(it.at(), it.words()))
        .orElse(new AgendaAnswer(null, ""));
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid AgendaOrder order) {
    agenda.save(me.client(), order.words());
  }
}
