package org.saltwater.safety.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.saltwater.identity.People;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.CrisisLine;
import org.saltwater.safety.CrisisLines;
import org.saltwater.safety.CrisisPlace;
import org.saltwater.safety.OnCall;
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

@RestController
@RequestMapping("/api/v1")
class OnCallApi {
  private final OnCall onCall;
  private final People people;
  private final CrisisLines lines;

  OnCallApi(OnCall onCall, People people, CrisisLines lines) {
    this.onCall = onCall;
    this.people = people;
    this.lines = lines;
  }

  record ShiftAnswer(UUID id, UUID person, Instant from, Instant to) {
    static ShiftAnswer of(OnCall.Shift shift) {
      return new ShiftAnswer(shift.id(), shift.person().value(), shift.from(), shift.to());
    }
  }

  record ShiftOrder(@NotNull UUID person, @NotNull Instant from, @NotNull Instant to) {}

  record ThereAnswer(boolean someoneThere) {}

  record ChannelAnswer(CrisisLine.How how, String number, String link) {}

  record LineAnswer(String name, List<ChannelAnswer> channels, String hours, String verifiedOn) {}

  record PlaceAnswer(String country, String emergency, List<LineAnswer> lines) {
    static PlaceAnswer of(CrisisPlace place) {
      return new PlaceAnswer(
          place.country(),
          place.emergency(),
          place.lines().stream()
              .map(
                  line ->
                      new LineAnswer(
                          line.name(),
                          line.channels().stream()
                              .map(way -> new ChannelAnswer(way.how(), way.number(), way.link()))
                              .toList(),
                          line.hours(),
                          line.verifiedOn().toString()))
              .toList());
    }
  }

  /// Whether someone is on call now: to be said before anyone types.
  @GetMapping("/on-call/now")
  @For(Audience.ANYONE)
  ThereAnswer now() {
    return new ThereAnswer(onCall.isSomeoneThere());
  }

  @GetMapping("/crisis-lines")
  @For(Audience.ANYONE)
  List<PlaceAnswer> crisisLines() {
    return lines.list().stream().map(PlaceAnswer::of).toList();
  }

  @GetMapping("/on-call")
  @For(Audience.COORDINATOR)
  List<ShiftAnswer> list() {
    return onCall.listComing().stream().map(ShiftAnswer::of).toList();
  }

  @PostMapping("/on-call")
  @For(Audience.COORDINATOR)
  @ResponseStatus(HttpStatus.CREATED)
  ShiftAnswer add(@AuthenticationPrincipal SignedIn me, @RequestBody @Valid ShiftOrder order) {
    var person = people.get(new PersonId(order.person()));
    return ShiftAnswer.of(onCall.add(person.id(), order.from(), order.to(), me.id()));
  }

  @DeleteMapping("/on-call/{shift}")
  @For(Audience.COORDINATOR)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal SignedIn me, @PathVariable UUID shift) {
    onCall.remove(shift, me.id());
  }
}
