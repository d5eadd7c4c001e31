package org.saltwater.sessions.video;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.databind.json.JsonMapper;

/// A [Handset] as one of the devices in a room.
final class Telephone implements Device {
  private static final Logger log = LoggerFactory.getLogger(Telephone.class);

  interface Answers {
    void pass(Telephone telephone, UUID browser, String sdp);
  }

  private final AtomicBoolean isLetGo = new AtomicBoolean();
  private final UUID device = UUID.randomUUID();
  private final Handset handset;
  private final Function<AppointmentId, Optional<CloseStatus>> reason;
  private final Answers answers;
  private final JsonMapper json;
  private final Set<UUID> browsers = new HashSet<>();

  /// @param reason why a telephone has to leave that hour's room
  /// @param answers takes what is answered to a browser
  Telephone(
      Handset handset,
      Function<AppointmentId, Optional<CloseStatus>> reason,
      Answers answers,
      JsonMapper json) {
    this.handset = handset;
    this.reason = reason;
    this.answers = answers;
    this.json = json;
  }

  @Override
  public UUID device() {
    return device;
  }

  @Override
  public AppointmentId session() {
    return handset.session();
  }

  @Override
  public PersonId person() {
    return handset.person();
  }

  /// A browser that has gone is taken off the line; a new one makes itself heard by its offer.
  @Override
  public synchronized boolean learns(List<CallTable.Present> now) {
    var here = now.stream().map(CallTable.Present::device).collect(toSet());
    for (var gone : browsers.stream().filter(it -> !here.contains(it)).toList()) {
      browsers.remove(gone);
      handset.gone(gone);
    }
    return false;
  }

  @Override
  public void tell(String frame) {
    switch (json.readValue(frame, Told.class)) {
      case Told.Description(var from, var kind, var sdp) when kind == Said.Kind.OFFER ->
          answer(from, sdp);
      case Told.Candidate candidate when !candidate.candidate().isEmpty() ->
          handset.candidate(candidate.from(), candidate.candidate());
      default -> log.debug("nothing a telephone could do with");
    }
  }

  @Override
  public Optional<CloseStatus> reasonToGo() {
    return reason.apply(session());
  }

  @Override
  public boolean comesBack() {
    return handset.isOn();
  }

  @Override
  public void close(CloseStatus status) {
    if (isLetGo.compareAndSet(false, true)) {
      handset.letGo();
    }
  }

  /// Whatever the room finds from now on, the line is not its business any more.
  void stay() {
    isLetGo.set(true);
  }

  private void answer(UUID from, String offer) {
    synchronized (this) {
      browsers.add(from);
    }
    var _ =
        handset
            .answer(from, offer)
            .whenComplete(
                (answer, fault) -> {
                  if (fault == null) {
                    answers.pass(this, from, answer);
                  } else {
                    log.debug("the line gave no answer: {}", fault.getClass().getSimpleName());
                  }
                });
  }
}
