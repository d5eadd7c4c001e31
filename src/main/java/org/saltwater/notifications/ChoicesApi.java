package org.saltwater.notifications;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.notifications.Choices.Choice;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a person has turned off, for programs.
@RestController
@RequestMapping("/api/v1/notices/off")
@For(Audience.SIGNED_IN)
class ChoicesApi {
  private final Choices choices;

  ChoicesApi(Choices choices) {
    this.choices = choices;
  }

  record ReminderBody(@NotNull Reminder reminder, @NotNull Way way) {}

  record OffOrder(@NotNull List<@NotNull @Valid ReminderBody> off) {}

  @GetMapping
  List<ReminderBody> list(@AuthenticationPrincipal SignedIn me) {
    return choices.listOff(me.id()).stream()
        .map(it -> new ReminderBody(it.reminder(), it.way()))
        .toList();
  }

  @PutMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void save(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid OffOrder order) {
    Set<Choice> off =
        order.off().stream()
            .map(it -> new Choice(it.reminder(), it.way()))
            .collect(Collectors.toUnmodifiableSet());
    if (!Choices.all().containsAll(off)) {
      throw new Refusal(
          GeneralProblem.INVALID, List.of(new FieldProblem("off", "notifications.field.off")));
    }
    choices.turnOff(me.id(), off);
  }
}
