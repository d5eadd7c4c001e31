package org.saltwater.messaging.live;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.saltwater.identity.SignIns;
import org.saltwater.identity.SignInsRevoked;
import org.saltwater.messaging.ConversationChanged;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.sockets.Guest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Compares what devices have been told with what the store says, at once for changes made here and
/// every two seconds for those made by another node. A wake-up that is lost costs two seconds,
/// never a message; and an access that ends, ends on every node well within five.
///
/// It has a thread of its own: the one that Spring keeps for all recurring tasks may be held up by
/// any of them, and five seconds are a promise.
@Component
class LiveWatch {
  private static final Logger log = LoggerFactory.getLogger(LiveWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final LiveHub hub;
  private final SignIns signIns;
  private final Conversations conversations;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("live-watch").unstarted(task));

  LiveWatch(LiveHub hub, SignIns signIns, Conversations conversations) {
    this.hub = hub;
    this.signIns = signIns;
    this.conversations = conversations;
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var _ =
        thread.scheduleWithFixedDelay(
            () -> calmly(this::lookAround), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @PreDestroy
  void end() {
    thread.shutdownNow();
  }

  /// After the commit, if there is a transaction. Not a listener of Modulith's kind: a wake-up is
  /// not worth a row in the store, since the next look makes up for a lost one.
  @EventListener
  void on(ConversationChanged changed) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      lookSoon(changed.conversation());
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            lookSoon(changed.conversation());
          }
        });
  }

  @EventListener
  void on(SignInsRevoked revoked) {
    hub.end(guest -> guest.person().equals(revoked.person()));
  }

  private void lookSoon(ConversationId conversation) {
    if (!hub.list(conversation).isEmpty() && !thread.isShutdown()) {
      thread.execute(() -> calmly(() -> look(Set.of(conversation))));
    }
  }

  private void lookAround() {
    var ended =
        signIns.listEnded(
            hub.listAll().stream()
                .map(Guest::signIn)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
    hub.end(guest -> guest.signIn().filter(ended::contains).isPresent());
    look(hub.conversations());
  }

  private static void calmly(Runnable look) {
    try {
      look.run();
    } catch (DataAccessException | TransactionException e) {
      log.debug("the store is away; looking again soon");
    } catch (RuntimeException e) {
      // It would end the looking for good.
      log.error("a look failed: {}", e.getClass().getSimpleName());
    }
  }

  private void look(Collection<ConversationId> watched) {
    var mine = watched.stream().filter(id -> !hub.list(id).isEmpty()).toList();
    if (mine.isEmpty()) {
      return;
    }
    for (var now : conversations.list(mine)) {
      if (!now.isOpen()) {
        hub.end(guest -> guest.conversation().equals(now.id()));
        continue;
      }
      for (var guest : hub.list(now.id())) {
        if (guest.seesNew(now.revision())) {
          guest.changed();
        }
        if (guest instanceof LiveConnection connection && connection.sent() < now.last()) {
          connection.catchUp();
        }
      }
    }
  }
}
