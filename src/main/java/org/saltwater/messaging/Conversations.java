package org.saltwater.messaging;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.saltwater.care.Access;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.vault.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The conversations between clients and therapists: one for each episode of care.
@Service
public class Conversations {
  private final ConversationTable table;
  private final Access access;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Conversations(
      ConversationTable table, Access access, ApplicationEventPublisher events, Clock clock) {
    this.table = table;
    this.access = access;
    this.events = events;
    this.clock = clock;
  }

  /// The open conversation of the two, begun now if there is none.
  @Transactional
  public Conversation open(ClientId client, TherapistId therapist) {
    var open = table.findOpen(client, therapist);
    if (open.isEmpty()) {
      table.add(client, therapist, clock.instant());
      open = table.findOpen(client, therapist);
    }
    return open.orElseThrow();
  }

  /// Ends the writing. Joins the caller's transaction, so that no message slips in after the
  /// consent edge has closed.
  @Transactional
  public void close(ClientId client, TherapistId therapist) {
    var open = table.findOpen(client, therapist);
    table.close(client, therapist, clock.instant());
    open.ifPresent(conversation -> events.publishEvent(new ConversationChanged(conversation.id())));
  }

  /// Tells everyone who has the conversation open to look again at what stands around it.
  @Transactional
  public void announce(ConversationId id) {
    table.touch(id);
    events.publishEvent(new ConversationChanged(id));
  }

  /// @throws Refusal `not-found`
  public Conversation get(ConversationId id) {
    return find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  public Optional<Conversation> find(ConversationId id) {
    return table.find(id);
  }

  public Optional<Conversation> findOpen(ClientId client, TherapistId therapist) {
    return table.findOpen(client, therapist);
  }

  /// All conversations of a person, as client or therapist, newest first.
  public List<Conversation> listOf(PersonId person) {
    return table.listOf(person);
  }

  /// Those of the conversations that exist, as they stand now.
  public List<Conversation> list(Collection<ConversationId> ids) {
    return table.list(ids);
  }

  /// Opens a conversation for a person who wants to read it. Writes one line to the audit log for
  /// the whole visit.
  ///
  /// @throws Refusal `not-found`, also without an open consent edge that reaches back to it
  public Entrance enter(SignedIn me, ConversationId id) {
    var conversation = get(id);
    var evidence = access.toRead(me, conversation.client(), Scope.MESSAGES);
    // A new therapist reads what was written before their time only if the client let it travel.
    if (!evidence.covers(Scope.MESSAGES, conversation.openedAt())) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    var mayWrite = conversation.isOpen() && conversation.has(me.id());
    return new Entrance(conversation, me, evidence, mayWrite);
  }

  /// What a client wrote with others before, as far as it was handed over to the person. Writes one
  /// line to the audit log.
  ///
  /// @throws Refusal `not-found` without an open consent edge
  public List<Conversation> listHandedOver(SignedIn me, ClientId client) {
    var evidence = access.toRead(me, client, Scope.MESSAGES);
    return table.listOf(client.person()).stream()
        .filter(it -> !it.has(me.id()))
        .filter(it -> evidence.covers(Scope.MESSAGES, it.openedAt()))
        .toList();
  }

  /// From now on messages belong to this therapy hour.
  @Transactional
  public void beginSession(ConversationId id, AppointmentId session) {
    table.setSession(id, session.value());
    events.publishEvent(new ConversationChanged(id));
  }

  @Transactional
  public void endSession(ConversationId id) {
    table.setSession(id, null);
    events.publishEvent(new ConversationChanged(id));
  }
}
