package org.saltwater.messaging.live;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.SignInsRevoked;
import org.saltwater.messaging.ConversationChanged;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/// Compares what devices have been told with what the store says, at once for changes made here and
/// every two seconds for those made by another node. A wake-up that is lost costs two seconds,
/// never a message; and an access that ends, ends on every node well within five.
@Component
class LiveWatch {
  private static final Logger log = LoggerFactory.getLogger(LiveWatch.class);

  private final LiveHub hub;
  private final SignIns signIns;
  private final Conversations conversations;

  LiveWatch(LiveHub hub, SignIns signIns, Conversations conversations) {
    this.hub = hub;
    this.signIns = signIns;
    this.conversations = conversations;
  }

  @TransactionalEventListener(fallbackExecution = true)
  void on(ConversationChanged changed) {
    look(Set.of(changed.conversation()));
  }

  @EventListener
  void on(SignInsRevoked revoked) {
    hub.end(connection -> connection.me().id().equals(revoked.person()));
  }

  @Scheduled(fixedDelay = 2_000)
  void lookAround() {
    try {
      var ended =
          signIns.listEnded(
              hub.listAll().stream().map(LiveConnection::signIn).collect(Collectors.toSet()));
      hub.end(connection -> ended.contains(connection.signIn()));
      look(hub.conversations());
    } catch (DataAccessException | CannotCreateTransactionException e) {
      log.debug("the store is away; looking again soon");
    }
  }

  private void look(Collection<ConversationId> watched) {
    var mine = watched.stream().filter(id -> !hub.list(id).isEmpty()).toList();
    if (mine.isEmpty()) {
      return;
    }
    for (var now : conversations.list(mine)) {
      if (!now.isOpen()) {
        hub.end(connection -> connection.conversation().equals(now.id()));
        continue;
      }
      for (var connection : hub.list(now.id())) {
        if (connection.seesNew(now.revision())) {
          connection.tell(new Told.Changed());
        }
        if (connection.sent() < now.last()) {
          connection.catchUp();
        }
      }
    }
  }
}
