package org.saltwater.care;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Opens and closes edges, writes each step down, and tells everyone at once.
@Component
@Transactional
class Edges {
  private final EdgeRows rows;
  private final AuditLog audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Edges(EdgeRows rows, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
    this.rows = rows;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /// One whose time is over makes room, even if nobody has swept it away yet.
  ///
  /// @return false if there is one of its kind between the two already
  boolean add(Edge edge, Reach reach, @Nullable PersonId by) {
    rows.listOverToChange(edge, clock.instant()).forEach(over -> end(over, EndReason.OVER, null));
    if (!rows.insert(edge, reach)) {
      return false;
    }
    if (edge.state() == EdgeState.OPEN) {
      sayOpened(edge, by);
    } else {
      write(AuditAction.ACCESS_ASKED, edge, edge.reason(), by);
    }
    return true;
  }

  /// The therapist reads more than before: what the client has chosen since. Never less.
  void widen(ClientId client, PersonId therapist, Reach reach) {
    rows.listCurrentToChange(client).stream()
        .filter(edge -> edge.kind() == EdgeKind.TREATING && edge.reader().equals(therapist))
        .forEach(edge -> rows.widen(edge.id(), reach));
  }

  /// The client's answer to a question, or the end of an edge.
  ///
  /// @throws Refusal `not-found` if the client has no such edge, `supervision-answered` if it can't
  ///     become that any more
  void move(UUID id, ClientId client, EdgeState next) {
    var edge =
        rows.findToChange(id)
            .filter(it -> it.client().equals(client))
            .orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
    var isOver = edge.endsAt().filter(end -> !end.isAfter(clock.instant())).isPresent();
    if (isOver || !edge.state().canBecome(next)) {
      throw new Refusal(CareProblem.SUPERVISION_ANSWERED);
    }
    set(edge, next, EndReason.ENDED, client.person());
  }

  /// Ends what lets the therapist read, and the supervision that they asked for.
  void closeAllOf(ClientId client, PersonId therapist, EndReason reason, @Nullable PersonId by) {
    for (var edge : rows.listCurrentToChange(client)) {
      var theirs = edge.kind() != EdgeKind.SUPERVISION && edge.reader().equals(therapist);
      if (theirs || edge.askedBy().filter(therapist::equals).isPresent()) {
        end(edge, reason, by);
      }
    }
  }

  /// Ends everything that lets a person read, whomever.
  void closeAllHeldBy(PersonId reader, EndReason reason) {
    for (var edge : rows.listHeldBy(reader)) {
      end(edge, reason, null);
    }
  }

  /// Soon after an edge's time is over, whoever still holds something open lets go of it. Reading
  /// anew is refused from the very moment on.
  @Scheduled(fixedDelayString = "PT2S")
  void closeThoseOver() {
    for (var edge : rows.listOverToChange(clock.instant())) {
      end(edge, EndReason.OVER, null);
    }
  }

  List<Edge> listCurrent(ClientId client) {
    return rows.listCurrent(client);
  }

  List<Edge> listOpenOf(PersonId reader, EdgeKind kind) {
    return rows.listOpenOf(reader, kind, clock.instant());
  }

  private void end(Edge edge, EndReason reason, @Nullable PersonId by) {
    set(edge, edge.state() == EdgeState.ASKED ? EdgeState.DECLINED : EdgeState.CLOSED, reason, by);
  }

  private void set(Edge edge, EdgeState next, EndReason ending, @Nullable PersonId by) {
    rows.setState(edge.id(), next, clock.instant());
    switch (next) {
      case OPEN -> sayOpened(edge, by);
      case CLOSED -> {
        write(AuditAction.ACCESS_CLOSED, edge, ending.code(), by);
        events.publishEvent(new EdgeClosed(edge.client(), edge.reader(), edge.kind()));
      }
      case DECLINED -> write(AuditAction.ACCESS_DECLINED, edge, ending.code(), by);
      case ASKED -> {}
    }
  }

  private void sayOpened(Edge edge, @Nullable PersonId by) {
    var action =
        edge.kind() == EdgeKind.ON_CALL ? AuditAction.GLASS_BROKEN : AuditAction.ACCESS_OPENED;
    write(action, edge, edge.reason(), by);
    events.publishEvent(new EdgeOpened(edge.client(), edge.reader(), edge.kind()));
  }

  /// The entry's actor is the one whose access it is: that is what the client wants to know.
  private void write(AuditAction action, Edge edge, String reason, @Nullable PersonId by) {
    var byOther = by != null && !Objects.equals(by, edge.reader());
    audit.write(
        new AuditEntry(
            edge.reader(),
            action,
            edge.client(),
            edge.kind().code(),
            byOther ? reason + ".by:" + by : reason));
  }
}
