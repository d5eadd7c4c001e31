package org.saltwater.sessions.video;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.sockets.Guests;
import org.saltwater.sessions.RoomCleared;
import org.saltwater.sessions.SessionEnded;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.sessions.company.Along;
import org.saltwater.sessions.company.CompanionGone;
import org.saltwater.sessions.company.Companions;
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
public class Switchboard {
  /// A device whose node has not spoken of it for this long is gone: the node has died.
  private static final Duration GONE_AFTER = Duration.ofSeconds(20);

  private static final Set<SessionState> TALKING = Set.of(SessionState.IN_SESSION);

  /// Whoever has called in early is not sent away before the hour begins.
  private static final Set<SessionState> ON_THE_LINE =
      Set.of(SessionState.WAITING, SessionState.IN_SESSION);

  private final Map<UUID, Device> devices = new ConcurrentHashMap<>();
  private final CallTable table;
  private final TherapySessions sessions;
  private final Guests guests;
  private final IceServers ice;
  private final Turn turn;
  private final CallRoster roster;
  private final Companions companions;
  private final Along along;
  private final JsonMapper json;
  private final Clock clock;
  private final SwitchboardThread thread;

  Switchboard(
      CallTable table,
      TherapySessions sessions,
      Guests guests,
      IceServers ice,
      Turn turn,
      CallRoster roster,
      Companions companions,
      Along along,
      JsonMapper json,
      Clock clock) {
    this.table = table;
    this.sessions = sessions;
    this.guests = guests;
    this.ice = ice;
    this.turn = turn;
    this.roster = roster;
    this.companions = companions;
    this.along = along;
    this.json = json;
    this.clock = clock;
    this.thread = new SwitchboardThread(this::look, this::sayWhoIsHere);
  }

  Caller enter(WebSocketSession socket, CallVisit visit) {
    var it = new Caller(socket, visit, () -> reasonToGo(visit));
    table.enter(visit.session(), it.person(), it.device(), clock.instant());
    tell(
        it,
        new Told.Opened(
            it.device(), it.isByPhone() ? ice.toServer(visit.until()) : ice.until(visit.until())));
    devices.put(it.device(), it);
    guests.join(it);
    // Whatever happened between the handshake and now was told to nobody.
    it.mayStay();
    it.companion().ifPresent(companion -> note(companion, "joined"));
    thread.lookSoon();
    return it;
  }

  void leave(Caller caller) {
    guests.leave(caller);
    caller.close(CloseStatus.NORMAL);
    forget(caller.device());
    caller.companion().ifPresent(companion -> note(companion, "left"));
  }

  /// Who is in an hour's room now, on whichever node.
  public Set<PersonId> listHere(AppointmentId session) {
    return table.listPresent(Set.of(session)).stream()
        .map(CallTable.Present::person)
        .collect(toSet());
  }

  /// Gives a telephone its person's place in the room; the browser of the other calls it then.
  ///
  /// @return what it is called there
  public UUID connect(Handset handset) {
    var telephone =
        new Telephone(
            handset, id -> reasonToGo(id, Modality.PHONE, ON_THE_LINE), this::answer, json);
    table.enter(telephone.session(), telephone.person(), telephone.device(), clock.instant());
    devices.put(telephone.device(), telephone);
    // Whatever ended the call or the hour while it was dialled found nobody here to let go.
    if (!handset.isOn()) {
      telephone.close(Caller.ENDED);
    } else {
      telephone.reasonToGo().ifPresent(telephone::close);
    }
    thread.lookSoon();
    return telephone.device();
  }

  /// Takes a telephone out of the room without hanging it up.
  public void disconnect(UUID telephone) {
    if (devices.get(telephone) instanceof Telephone it) {
      it.stay();
    }
    forget(telephone);
  }

  /// Takes a person's place in the room away, on whichever node their telephone hangs.
  public void clear(AppointmentId session, PersonId person) {
    table.clear(session, person);
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
                  caller.device(), kind, SessionDescription.passedOn(sdp, relayOnly(caller))));
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

  @EventListener
  void on(RoomCleared cleared) {
    table.clear(cleared.session());
  }

  /// On whichever node they are: it finds their place gone with its next look.
  @EventListener
  void on(CompanionGone gone) {
    table.clear(gone.session(), gone.companion());
  }

  /// Whether no address of the browser's own is passed on. A telephone line waits to be asked and
  /// has no use for one, so it is written nowhere.
  private boolean relayOnly(Caller caller) {
    return turn.relayOnly() || caller.isByPhone();
  }

  private void pass(Caller caller, Said.Candidate said) {
    if (String.valueOf(said.sdpMid()).length() > 32
        || String.valueOf(said.usernameFragment()).length() > 256) {
      throw new IllegalArgumentException("no candidate");
    }
    var candidate =
        said.candidate().isEmpty()
            ? Optional.of("")
            : IceCandidate.passedOn(said.candidate(), relayOnly(caller));
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

  private void answer(Telephone telephone, UUID browser, String sdp) {
    table.put(
        telephone.session(),
        browser,
        json.writeValueAsString(new Told.Description(telephone.device(), Said.Kind.ANSWER, sdp)));
    thread.lookSoon();
  }

  private void forget(UUID device) {
    devices.remove(device);
    try {
      table.leave(device);
    } catch (DataAccessException | TransactionException storeAway) {
      // Nobody speaks of the device any more, so it is forgotten soon.
    }
    thread.lookSoon();
  }

  private void note(UUID companion, String step) {
    try {
      along.note(companion, step);
    } catch (DataAccessException | TransactionException storeAway) {
      // The line is missing then; that they are here, or gone, is not.
    }
  }

  private Optional<CloseStatus> reasonToGo(CallVisit visit) {
    return visit.companion().filter(it -> !companions.isAgreed(it)).isPresent()
        ? Optional.of(Caller.ENDED)
        : reasonToGo(visit.session(), visit.channel(), TALKING);
  }

  private Optional<CloseStatus> reasonToGo(
      AppointmentId id, Modality channel, Set<SessionState> states) {
    var session = sessions.find(id).filter(it -> states.contains(it.state()));
    if (session.isEmpty()) {
      return Optional.of(Caller.ENDED);
    }
    return session.get().channel() == channel ? Optional.empty() : Optional.of(Caller.MOVED);
  }

  /// Compares what devices here were told with what the store says.
  private void look() {
    if (devices.isEmpty()) {
      return;
    }
    var here = List.copyOf(devices.values());
    var present =
        table.listPresent(here.stream().map(Device::session).collect(toSet())).stream()
            .collect(groupingBy(CallTable.Present::session));
    for (var device : here) {
      tellWhoIsThere(device, present.getOrDefault(device.session(), List.of()));
    }
    for (var signal : table.take(here.stream().map(Device::device).toList())) {
      var device = devices.get(signal.recipient());
      if (device != null) {
        device.tell(signal.body());
      }
    }
  }

  private void tellWhoIsThere(Device device, List<CallTable.Present> present) {
    var mine = present.stream().filter(it -> it.person().equals(device.person())).findFirst();
    if (mine.isEmpty()) {
      comeBackOrGo(device);
      return;
    }
    if (!mine.get().device().equals(device.device())) {
      device.close(Caller.ELSEWHERE);
      return;
    }
    var others = present.stream().filter(it -> !it.equals(mine.get())).toList();
    if (device.learns(others)) {
      tell(device, new Told.People(roster.of(others)));
    }
  }

  /// The hour has ended, or the device was forgotten while the store was away: a browser comes back
  /// by itself, a telephone can't.
  private void comeBackOrGo(Device device) {
    var reason = device.reasonToGo();
    if (reason.isEmpty() && device.comesBack()) {
      table.enter(device.session(), device.person(), device.device(), clock.instant());
    } else {
      device.close(reason.orElse(CloseStatus.SERVICE_OVERLOAD));
    }
  }

  private void sayWhoIsHere() {
    var now = clock.instant();
    table.see(devices.keySet(), now);
    table.forgetUnseen(now.minus(GONE_AFTER));
  }

  private void tell(Device device, Told frame) {
    device.tell(json.writeValueAsString(frame));
  }
}
