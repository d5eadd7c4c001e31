package org.saltwater.messaging;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Component;

/// Groups the writes of all conversations: while one flush is under way the next messages gather,
/// and go together in the next. Nobody waits longer than two flushes, and the disk is asked as
/// seldom as it can be.
@Component
class MessageWriter {
  private static final Logger log = LoggerFactory.getLogger(MessageWriter.class);
  static final int MOST_IN_A_FLUSH = 500;
  static final int MOST_WAITING = 8_192;

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
    var batch = new ArrayList<Pending>(MOST_IN_A_FLUSH);
    while (open || !waiting.isEmpty()) {
      try {
        var first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          waiting.drainTo(batch, MOST_IN_A_FLUSH - 1);
          write(batch);
          batch.clear();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void write(List<Pending> batch) {
    try {
      tell(store.commit(batch));
    } catch (NonTransientDataAccessException | Refusal fault) {
      if (fault instanceof DataAccessResourceFailureException || batch.size() == 1) {
        refuse(batch, fault);
      } else {
        // One message that PostgreSQL will not take must not cost the others theirs.
        batch.forEach(pending -> write(List.of(pending)));
      }
    } catch (RuntimeException | Error fault) {
      refuse(batch, fault);
    }
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
