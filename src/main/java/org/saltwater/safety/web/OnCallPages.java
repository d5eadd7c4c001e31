package org.saltwater.safety.web;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.web.OnCallView.ShiftLine;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.saltwater.site.PageView;
import org.saltwater.site.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@For(Audience.COORDINATOR)
class OnCallPages {
  private final OnCall onCall;
  private final People people;

  OnCallPages(OnCall onCall, People people) {
    this.onCall = onCall;
    this.people = people;
  }

  @GetMapping("/on-call")
  PageView show() {
    return page("", "", "", FormErrors.none());
  }

  /// Times are typed on the coordinator's own clock.
  @PostMapping("/on-call")
  View add(
      @AuthenticationPrincipal SignedIn me,
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    var problems = new ArrayList<FieldProblem>();
    var who = staff().filter(one -> one.id().toString().equals(person)).findFirst();
    var begin = time(from);
    var end = time(to);
    if (who.isEmpty()) {
      problems.add(new FieldProblem("person", "safety.on-call.person.problem"));
    }
    if (begin.isEmpty()) {
      problems.add(new FieldProblem("from", "safety.on-call.from.problem"));
    }
    if (end.isEmpty()) {
      problems.add(new FieldProblem("to", "safety.on-call.to.problem"));
    }
    if (who.isEmpty() || begin.isEmpty() || end.isEmpty()) {
      return page(person, from, to, new FormErrors(problems))
          .withStatus(GeneralProblem.INVALID.status());
    }
    try {
      onCall.add(
          who.get().id(),
          begin.get().atZone(me.zone()).toInstant(),
          end.get().atZone(me.zone()).toInstant(),
          me.id());
    } catch (Refusal refused) {
      return page(person, from, to, FormErrors.of(refused))
          .withStatus(GeneralProblem.INVALID.status());
    }
    return SeeOther.to("/on-call");
  }

  @PostMapping("/on-call/{shift}/remove")
  View remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID shift) {
    onCall.remove(shift, me.id());
    return SeeOther.to("/on-call");
  }

  private PageView page(String person, String from, String to, FormErrors errors) {
    List<Option> options = staff().map(one -> new Option(one.id().toString(), one.name())).toList();
    return PageView.of(
        "safety/onCall",
        new OnCallView(
            onCall.listNow().stream()
                .flatMap(id -> people.find(id).stream())
                .map(Person::name)
                .collect(Collectors.joining(", ")),
            onCall.listComing().stream().map(this::line).toList(),
            options,
            person,
            from,
            to,
            errors));
  }

  private ShiftLine line(OnCall.Shift shift) {
    var name = people.find(shift.person()).map(Person::name).orElse("");
    return new ShiftLine(shift.id(), name, shift.from(), shift.to());
  }

  private Stream<Person> staff() {
    return Stream.of(Role.COORDINATOR, Role.THERAPIST)
        .flatMap(role -> people.listWith(role).stream())
        .distinct();
  }

  private static Optional<LocalDateTime> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }
}
