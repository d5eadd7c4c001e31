package org.saltwater.messaging;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Groups the writes of all conversations: while one flush is under way the next messages gather,
/// and go together in the next. When several write at once, a few milliseconds more are let pass
/// for others to join, because a flush costs nearly the same for two messages as for fifty. Nobody
/// waits longer than two flushes and that pause. A conversation that someone else has locked is
/// passed over until it is free.
@Component
class MessageWriter {
  private static final Logger log = LoggerFactory.getLogger(MessageWriter.class);
  static final int MOST_IN_A_FLUSH = 500;
  static final int MOST_WAITING = 8_192;
  private static final long GATHERING_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /// With so many in hand there is nothing to wait for.
  private static final int ENOUGH_IN_A_FLUSH = 64;

  /// How long a message waits for a conversation that someone else has locked. Shorter than its
  /// sender's patience, so that they are told.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final MessageBatch store;
  private final List<Delivery> deliveries;
  private final BlockingQueue<Pending> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final Thread thread;
  private volatile boolean open = true;

  MessageWriter(MessageBatch store, List<Delivery> deliveries) {
    this.store = store;
    this.deliveries = deliveries;
    this.thread = Thread.ofPlatform().daemon().name("message-writer").start(this::run);
  }

  /// Completes after the flush, or exceptionally with the [Refusal] that says why nothing was
  /// written.
  ///
  /// @throws Refusal `messages-busy` if more messages wait than can be written soon: better told
  ///     now than kept waiting
  CompletableFuture<Receipt> submit(NewMessage message) {
    var pending = Pending.of(message);
    if (!open || !waiting.offer(pending)) {
      throw new Refusal(MessagingProblem.MESSAGES_BUSY);
    }
    return pending.receipt();
  }

  /// Writes what still waits, then ends.
  @PreDestroy
  void close() throws InterruptedException {
    open = false;
    thread.join(TimeUnit.SECONDS.toMillis(10));
    var late = new ArrayList<Pending>();
    waiting.drainTo(late);
    refuse(late, new Refusal(MessagingProblem.MESSAGES_BUSY));
  }

  private void run() {
    var held = List.<Pending>of();
    while (open || !waiting.isEmpty() || !held.isEmpty()) {
      try {
        var batch = new ArrayList<>(held);
        // Held ones alone are asked after again soon, but not without a pause.
        var first = waiting.poll(held.isEmpty() ? 100 : 3, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          gather(batch);
        }
        if (!batch.isEmpty()) {
          held = patient(write(batch));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /// Whoever writes alone is not kept waiting.
  private void gather(List<Pending> batch) {
    waiting.drainTo(batch, MOST_IN_A_FLUSH - 1);
    if (open && batch.size() > 1 && batch.size() < ENOUGH_IN_A_FLUSH) {
      LockSupport.parkNanos(GATHERING_NANOS);
      waiting.drainTo(batch, MOST_IN_A_FLUSH - 1);
    }
  }

  /// Those of the held messages that wait on, in their order; for the others it has been too long,
  /// or too many wait already.
  private static List<Pending> patient(List<Pending> held) {
    var waitOn = new ArrayList<Pending>();
    var tooLong = new ArrayList<Pending>();
    for (var pending : held) {
      var may = waitOn.size() < MOST_IN_A_FLUSH && !pending.hasWaited(PATIENCE);
      (may ? waitOn : tooLong).add(pending);
    }
    refuse(tooLong, new Refusal(MessagingProblem.MESSAGES_BUSY));
    return waitOn;
  }

  /// @return those whose conversation someone else holds, to be tried again before anything newer
  private List<Pending> write(List<Pending> batch) {
    try {
      var outcome = store.commit(batch);
      tell(outcome);
      return outcome.held();
    } catch (TransientDataAccessException
        | DataAccessResourceFailureException
        | TransactionException away) {
      refuse(batch, away);
    } catch (RuntimeException fault) {
      if (batch.size() > 1) {
        return writeOneByOne(batch);
      }
      refuse(batch, fault);
    } catch (Error fault) {
      refuse(batch, fault);
    }
    return List.of();
  }

  /// One message that can't be written, be it that PostgreSQL will not take it or that its key does
  /// not open, must not cost the others theirs.
  private List<Pending> writeOneByOne(List<Pending> batch) {
    var held = new ArrayList<Pending>();
    var conversations = new HashSet<ConversationId>();
    for (var pending : batch) {
      // What comes after a held message of the same conversation stays behind it.
      var after = conversations.contains(pending.message().conversation());
      for (var again : after ? List.of(pending) : write(List.of(pending))) {
        held.add(again);
        conversations.add(again.message().conversation());
      }
    }
    return held;
  }

  private void tell(BatchOutcome outcome) {
    for (var message : outcome.stored()) {
      deliveries.forEach(delivery -> deliver(delivery, message));
    }
    outcome.taken().forEach(taken -> taken.pending().receipt().complete(taken.receipt()));
    outcome
        .refused()
        .forEach(refused -> refused.pending().receipt().completeExceptionally(refused.why()));
  }

  private static void deliver(Delivery delivery, Message message) {
    try {
      delivery.deliver(message);
    } catch (RuntimeException e) {
      // It is stored; whoever missed it reads it from the store by its number.
      log.warn("A stored message was not delivered at once: {}", e.getClass().getSimpleName());
    }
  }

  private static void refuse(List<Pending> batch, Throwable fault) {
    if (batch.isEmpty()) {
      return;
    }
    log.warn("{} messages were refused: {}", batch.size(), fault.getClass().getSimpleName());
    var why =
        fault instanceof Refusal refusal ? refusal : new Refusal(GeneralProblem.STORE_UNAVAILABLE);
    batch.forEach(pending -> pending.receipt().completeExceptionally(why));
  }
}
