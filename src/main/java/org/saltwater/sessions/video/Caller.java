package org.saltwater.sessions.video;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.sockets.Guest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;

/// One device in a room. What it is to be told stands in line and is told by a thread of its own,
/// so that a slow network holds up nobody else.
final class Caller implements Device, Guest {
  /// The hour is over, the two have parted, the sign-in ended, or a yes was taken back: not to be
  /// tried again.
  static final CloseStatus ENDED = new CloseStatus(4403, "ended");

  /// The hour goes on in another way.
  static final CloseStatus MOVED = new CloseStatus(4410, "moved");

  /// The person is in the room with another device now.
  static final CloseStatus ELSEWHERE = new CloseStatus(4409, "elsewhere");

  /// What was said is no part of a call.
  static final CloseStatus NO_CALL = new CloseStatus(4400, "no-call");

  private static final Logger log = LoggerFactory.getLogger(Caller.class);
  private static final int LONGEST_LINE = 512;

  private final WebSocketSession socket;
  private final CallVisit visit;
  private final Supplier<Optional<CloseStatus>> reason;
  private final UUID device = UUID.randomUUID();
  private final BlockingQueue<Object> line = new LinkedBlockingQueue<>(LONGEST_LINE);
  private long revision;
  private @Nullable List<CallTable.Present> others;

  /// @param reason why this device has to go
  Caller(WebSocketSession socket, CallVisit visit, Supplier<Optional<CloseStatus>> reason) {
    this.socket = socket;
    this.visit = visit;
    this.reason = reason;
    this.revision = visit.revision();
    Thread.ofVirtual().name("caller").start(this::tellAll);
  }

  @Override
  public UUID device() {
    return device;
  }

  @Override
  public AppointmentId session() {
    return visit.session();
  }

  @Override
  public PersonId person() {
    return visit.person();
  }

  @Override
  public Optional<UUID> signIn() {
    return visit.signIn();
  }

  @Override
  public ConversationId conversation() {
    return visit.conversation();
  }

  @Override
  public synchronized boolean seesNew(long newRevision) {
    var isNew = newRevision > revision;
    revision = Math.max(revision, newRevision);
    return isNew;
  }

  /// Whose coming along this is; empty for the two who meet.
  Optional<UUID> companion() {
    return visit.companion();
  }

  /// Whether the hour runs by phone, and this is the therapist's browser.
  boolean isByPhone() {
    return visit.channel() == Modality.PHONE;
  }

  /// The others in the room, as this device was told last.
  synchronized List<CallTable.Present> others() {
    return others == null ? List.of() : others;
  }

  @Override
  public synchronized boolean learns(List<CallTable.Present> now) {
    var isNew = !now.equals(others);
    others = now;
    return isNew;
  }

  @Override
  public void changed() {
    mayStay();
  }

  @Override
  public void end() {
    close(ENDED);
  }

  /// Goes if it has to.
  void mayStay() {
    reasonToGo().ifPresent(this::close);
  }

  @Override
  public Optional<CloseStatus> reasonToGo() {
    return reason.get();
  }

  @Override
  public boolean comesBack() {
    return false;
  }

  @Override
  public void tell(String frame) {
    if (!line.offer(new TextMessage(frame))) {
      close(CloseStatus.SERVICE_OVERLOAD);
    }
  }

  /// What still stands in line is not told any more.
  @Override
  public void close(CloseStatus status) {
    line.clear();
    var _ = line.offer(status);
  }

  private void tellAll() {
    try {
      while (true) {
        switch (line.take()) {
          case TextMessage frame -> socket.sendMessage(frame);
          case CloseStatus status -> {
            socket.close(status);
            return;
          }
          default -> throw new IllegalStateException();
        }
      }
    } catch (IOException | IllegalStateException e) {
      log.debug("a device is told no more: {}", e.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
