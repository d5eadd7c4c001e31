package org.saltwater.sessions.video;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.sockets.Guests;
import org.saltwater.sessions.SessionEnded;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySessions;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// Passes on what devices in a room say to each other. The truth about who is there and what was
/// said lies in the store, so it does not matter which node a device came to.
@Component
class Switchboard {
  /// A device whose node has not spoken of it for this long is gone: the node has died.
  private static final Duration GONE_AFTER = Duration.ofSeconds(20);

  private final Map<UUID, Caller> callers = new ConcurrentHashMap<>();
  private final CallTable table;
  private final TherapySessions sessions;
  private final Guests guests;
  private final IceServers ice;
  private final Turn turn;
  private final People people;
  private final JsonMapper json;
  private final Clock clock;
  private final SwitchboardThread thread;

  Switchboard(
      CallTable table,
      TherapySessions sessions,
      Guests guests,
      IceServers ice,
      Turn turn,
      People people,
      JsonMapper json,
      Clock clock) {
    this.table = table;
    this.sessions = sessions;
    this.guests = guests;
    this.ice = ice;
    this.turn = turn;
    this.people = people;
    this.json = json;
    this.clock = clock;
    this.thread = new SwitchboardThread(this::look, this::sayWhoIsHere);
  }

  Caller enter(WebSocketSession socket, CallVisit visit) {
    var caller = new Caller[1];
    caller[0] = new Caller(socket, visit, () -> mayStay(caller[0]));
    var it = caller[0];
    table.enter(visit.session(), it.person(), it.device(), clock.instant());
    tell(it, new Told.Opened(it.device(), ice.until(visit.until())));
    callers.put(it.device(), it);
    guests.join(it);
    // Whatever happened between the handshake and now was told to nobody.
    mayStay(it);
    thread.lookSoon();
    return it;
  }

  void leave(Caller caller) {
    callers.remove(caller.device());
    guests.leave(caller);
    caller.close(CloseStatus.NORMAL);
    try {
      table.leave(caller.device());
    } catch (DataAccessException | TransactionException storeAway) {
      // Nobody speaks of the device any more, so it is forgotten soon.
    }
    thread.lookSoon();
  }

  /// @throws IllegalArgumentException if it is no part of a call
  void hear(Caller caller, Said said) {
    switch (said) {
      case Said.Description(var to, var kind, var sdp) ->
          put(
              caller,
              to,
              new Told.Description(
                  caller.device(), kind, SessionDescription.passedOn(sdp, turn.relayOnly())));
      case Said.Candidate candidate -> pass(caller, candidate);
      case Said.Shows(var camera, var microphone, var screen) ->
          caller
              .others()
              .forEach(
                  other ->
                      put(
                          caller,
                          other.device(),
                          new Told.Shows(caller.device(), camera, microphone, screen)));
      case Said.Here _ -> tell(caller, new Told.Here());
    }
  }

  @PreDestroy
  void stop() {
    thread.stop();
  }

  @EventListener
  void on(SessionEnded ended) {
    table.clear(ended.session());
  }

  private void pass(Caller caller, Said.Candidate said) {
    if (String.valueOf(said.sdpMid()).length() > 32
        || String.valueOf(said.usernameFragment()).length() > 256) {
      throw new IllegalArgumentException("no candidate");
    }
    var candidate =
        said.candidate().isEmpty()
            ? Optional.of("")
            : IceCandidate.passedOn(said.candidate(), turn.relayOnly());
    candidate.ifPresent(
        it ->
            put(
                caller,
                said.to(),
                new Told.Candidate(
                    caller.device(),
                    it,
                    said.sdpMid(),
                    said.sdpMLineIndex(),
                    said.usernameFragment())));
  }

  private void put(Caller caller, UUID to, Told signal) {
    table.put(caller.session(), to, json.writeValueAsString(signal));
    thread.lookSoon();
  }

  private void mayStay(Caller caller) {
    reasonToGo(caller).ifPresent(caller::close);
  }

  private Optional<CloseStatus> reasonToGo(Caller caller) {
    var session = sessions.find(caller.session());
    if (session.isEmpty() || session.get().state() != SessionState.IN_SESSION) {
      return Optional.of(Caller.ENDED);
    }
    return session.get().runsBy(Modality.VIDEO) ? Optional.empty() : Optional.of(Caller.MOVED);
  }

  /// Compares what devices here were told with what the store says.
  private void look() {
    if (callers.isEmpty()) {
      return;
    }
    var here = List.copyOf(callers.values());
    var present =
        table.listPresent(here.stream().map(Caller::session).collect(toSet())).stream()
            .collect(groupingBy(CallTable.Present::session));
    for (var caller : here) {
      tellWhoIsThere(caller, present.getOrDefault(caller.session(), List.of()));
    }
    for (var signal : table.take(here.stream().map(Caller::device).toList())) {
      var caller = callers.get(signal.recipient());
      if (caller != null) {
        caller.tell(signal.body());
      }
    }
  }

  private void tellWhoIsThere(Caller caller, List<CallTable.Present> present) {
    var mine = present.stream().filter(it -> it.person().equals(caller.person())).findFirst();
    if (mine.isEmpty()) {
      // The hour has ended, or the device was forgotten while the store was away: it comes back.
      caller.close(reasonToGo(caller).orElse(CloseStatus.SERVICE_OVERLOAD));
      return;
    }
    if (!mine.get().device().equals(caller.device())) {
      caller.close(Caller.ELSEWHERE);
      return;
    }
    var others = present.stream().filter(it -> !it.equals(mine.get())).toList();
    if (caller.learns(others)) {
      var names = names(others.stream().map(CallTable.Present::person).toList());
      tell(
          caller,
          new Told.People(
              others.stream()
                  .map(it -> new Told.Other(it.device(), names.getOrDefault(it.person(), "")))
                  .toList()));
    }
  }

  private Map<PersonId, String> names(Collection<PersonId> ids) {
    return people.listAllOf(Set.copyOf(ids)).stream().collect(toMap(Person::id, Person::name));
  }

  private void sayWhoIsHere() {
    var now = clock.instant();
    table.see(callers.keySet(), now);
    table.forgetUnseen(now.minus(GONE_AFTER));
  }

  private void tell(Caller caller, Told frame) {
    caller.tell(json.writeValueAsString(frame));
  }
}
