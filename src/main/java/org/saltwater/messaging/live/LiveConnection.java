package org.saltwater.messaging.live;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Entrance;
import org.saltwater.messaging.Message;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.sockets.Guest;
import org.saltwater.vault.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import tools.jackson.databind.json.JsonMapper;

/// One device that has a conversation open. What is to be told waits in a short line and is told in
/// order by a thread that exists only while there is something to tell. A device that is too slow,
/// or missed something told by another node, is brought up to date from the store by number, so
/// nothing is ever skipped and nothing told twice.
final class LiveConnection implements Guest {
  private static final Logger log = LoggerFactory.getLogger(LiveConnection.class);
  private static final int LONGEST_LINE = 128;

  /// The conversation may no longer be read: the consent edge closed, or the person signed out. Not
  /// to be tried again.
  private static final CloseStatus ENDED = new CloseStatus(4403, "ended");

  private final WebSocketSession socket;
  private final SignedIn me;
  private final UUID signIn;
  private final ConversationId conversation;
  private final Conversations conversations;
  private final Messages messages;
  private final JsonMapper json;
  private final Executor threads;

  private final Deque<Object> line = new ArrayDeque<>(4);
  private final Set<UUID> ownKeys = new HashSet<>(4);
  private Entrance entrance;
  private boolean telling;
  private boolean behind;
  private long sent;
  private long revision;

  LiveConnection(
      WebSocketSession socket,
      LiveVisit visit,
      Conversations conversations,
      Messages messages,
      JsonMapper json,
      Executor threads) {
    this.socket = socket;
    this.me = visit.me();
    this.signIn = visit.signIn();
    this.entrance = visit.entrance();
    this.sent = visit.after();
    this.revision = entrance.conversation().revision();
    this.conversation = entrance.conversation().id();
    this.conversations = conversations;
    this.messages = messages;
    this.json = json;
    this.threads = threads;
  }

  @Override
  public PersonId person() {
    return me.id();
  }

  @Override
  public Optional<UUID> signIn() {
    return Optional.of(signIn);
  }

  @Override
  public ConversationId conversation() {
    return conversation;
  }

  /// The number of the newest message this device has been told.
  synchronized long sent() {
    return sent;
  }

  /// Remembers a message that this device is sending: it is told `stored`, not the whole text.
  synchronized void sending(UUID key) {
    ownKeys.add(key);
  }

  synchronized void gaveUp(UUID key) {
    ownKeys.remove(key);
  }

  void tell(Told told) {
    stand(told);
  }

  void tell(Message message) {
    stand(message);
  }

  /// Reads from the store whatever this device has not been told.
  void catchUp() {
    synchronized (this) {
      behind = true;
    }
    start();
  }

  @Override
  public synchronized boolean seesNew(long newRevision) {
    var isNew = newRevision > revision;
    revision = Math.max(revision, newRevision);
    return isNew;
  }

  @Override
  public void changed() {
    tell(new Told.Changed());
  }

  @Override
  public void end() {
    close(ENDED);
  }

  void close(CloseStatus status) {
    threads.execute(
        () -> {
          try {
            socket.close(status);
          } catch (IOException e) {
            log.debug("a socket was already gone");
          }
        });
  }

  private void stand(Object item) {
    synchronized (this) {
      if (line.size() < LONGEST_LINE) {
        line.add(item);
      } else if (item instanceof Message) {
        behind = true;
      }
    }
    start();
  }

  private void start() {
    synchronized (this) {
      if (telling) {
        return;
      }
      telling = true;
    }
    threads.execute(this::tellAll);
  }

  private void tellAll() {
    try {
      for (var item = next(); item != null; item = next()) {
        switch (item) {
          case Message message -> inOrder(message);
          case Told told -> write(told);
          default -> readOn();
        }
      }
    } catch (IOException | IllegalStateException | DataAccessException | Refusal e) {
      log.debug("a device is told no more: {}", e.getClass().getSimpleName());
      close(CloseStatus.SERVICE_OVERLOAD);
    }
  }

  private synchronized @Nullable Object next() {
    var item = line.poll();
    if (item == null && behind) {
      behind = false;
      return this;
    }
    telling = item != null;
    return item;
  }

  private void inOrder(Message message) throws IOException {
    if (message.number() > sent() + 1) {
      readOn();
    }
    if (message.number() == sent() + 1) {
      write(message);
    }
  }

  private void readOn() throws IOException {
    List<Message> page;
    do {
      page = messages.listAfter(entrance(), sent());
      for (var message : page) {
        write(message);
      }
    } while (page.size() == Messages.PAGE);
  }

  /// The proof of the handshake while it is worth anything, then a new one.
  private Entrance entrance() {
    if (!entrance.evidence().covers(Scope.MESSAGES)) {
      entrance = conversations.enter(me, conversation());
    }
    return entrance;
  }

  private void write(Message message) throws IOException {
    boolean own;
    synchronized (this) {
      sent = message.number();
      own = ownKeys.remove(message.key());
    }
    write(
        own
            ? new Told.Stored(message.number(), message.key(), message.at())
            : new Told.Arrived(
                message.number(),
                message.key(),
                message.from().equals(me.id()),
                message.at(),
                message.session().map(session -> session.value()).orElse(null),
                message.text().value()));
  }

  private void write(Told told) throws IOException {
    socket.sendMessage(new TextMessage(json.writeValueAsString(told)));
  }
}
