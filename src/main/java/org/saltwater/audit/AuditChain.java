package org.saltwater.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Links entries into the chain after they have been committed, so that no request waits for
/// another's hash. Each node links its own; what a node left when it died is found by [#sweep()].
final class AuditChain {
  private static final Logger log = LoggerFactory.getLogger(AuditChain.class);
  private static final int AT_A_TIME = 2_000;

  /// "salt" and "audi" in ASCII: the lock that makes one linker at a time of all nodes.
  private static final long LOCK = 0x73616c74_61756469L;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final AuditWriter writer;
  private final AuditAnchor anchor;
  /// What was last said to be wrong with the anchor, which is looked at twice a second: once is
  /// enough until something changes.
  private AuditAnchor.@Nullable State alarmed;

  private final ConcurrentLinkedQueue<UUID> committed = new ConcurrentLinkedQueue<>();

  AuditChain(PlatformTransactionManager transactions, AuditWriter writer, AuditAnchor anchor) {
    this.jdbc = writer.jdbc();
    this.writer = writer;
    this.transaction = new TransactionTemplate(transactions);
    this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    this.anchor = anchor;
  }

  /// Remembers an entry that this node has written, once it is committed: one that is gone when it
  /// should be linked was removed by someone.
  void expectAfterCommit(UUID entry) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new Expectation(entry));
    } else {
      committed.add(entry);
    }
  }

  /// Links everything committed since the last time.
  synchronized void link() {
    var batch = new ArrayList<UUID>();
    while (!committed.isEmpty()) {
      for (var id = committed.poll(); id != null; id = committed.poll()) {
        batch.add(id);
        if (batch.size() == AT_A_TIME) {
          break;
        }
      }
      try {
        transaction.executeWithoutResult(status -> linkExpected(batch));
      } catch (RuntimeException away) {
        committed.addAll(batch);
        throw away;
      }
      batch.clear();
    }
    anchor();
  }

  /// Links what other nodes, or this one in an earlier life, left unlinked.
  synchronized void sweep() {
    var before =
        writer.clock().instant().minus(AuditVerification.LINKED_WITHIN).atOffset(ZoneOffset.UTC);
    transaction.executeWithoutResult(
        status -> {
          lock();
          append(
              jdbc.query(
                  "select "
                      + AuditRow.COLUMNS
                      + " from audit_entry e where e.at < ? and not exists"
                      + " (select from audit_link l where l.entry = e.id) order by e.at, e.id",
                  (row, number) -> AuditRow.read(row),
                  before));
        });
    link();
  }

  private void linkExpected(List<UUID> expected) {
    lock();
    var found =
        jdbc.query(
            "select "
                + AuditRow.COLUMNS
                + ", exists (select from audit_link l where l.entry = e.id) as linked"
                + " from audit_entry e where e.id = any(?) order by e.at, e.id",
            (row, number) -> Map.entry(AuditRow.read(row), row.getBoolean("linked")),
            (Object) expected.toArray(UUID[]::new));
    var lost = new HashSet<>(expected);
    found.forEach(row -> lost.remove(row.getKey().id()));
    append(found.stream().filter(row -> !row.getValue()).map(Map.Entry::getKey).toList());
    lost.forEach(this::sayLost);
  }

  private void sayLost(UUID entry) {
    log.error("Audit entry {} was removed before it could be linked", entry);
    expectAfterCommit(
        writer.write(
            new AuditEntry(null, AuditAction.ENTRY_LOST, null, "audit.entry", "lost:" + entry)));
  }

  private void append(List<AuditRow> rows) {
    var head = head();
    var links = new ArrayList<Object[]>();
    for (var row : rows) {
      // A forged entry stays outside the chain, where verification shows it.
      if (row.isSealedWith(writer.key())) {
        head = head.next(row);
        links.add(new Object[] {head.seq(), row.id(), HexFormat.of().parseHex(head.hash())});
      }
    }
    jdbc.batchUpdate("insert into audit_link (seq, entry, hash) values (?, ?, ?)", links);
  }

  private void lock() {
    jdbc.query("select pg_advisory_xact_lock(" + LOCK + ")", row -> {});
  }

  private AuditHead head() {
    return jdbc
        .query(
            "select seq, hash from audit_link order by seq desc limit 1",
            (row, number) ->
                new AuditHead(row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))))
        .stream()
        .findFirst()
        .orElse(AuditHead.START);
  }

  private boolean holds(AuditHead anchored) {
    return anchored.seq() == 0
        || jdbc.query(
                "select seq, hash from audit_link where seq = ?",
                (row, number) ->
                    new AuditHead(
                        row.getLong("seq"), HexFormat.of().formatHex(row.getBytes("hash"))),
                anchored.seq())
            .contains(anchored);
  }

  /// Moves the anchor to the end of the chain, but never away from a point that the chain no longer
  /// holds: that would wipe out the one trace of a cut.
  private void anchor() {
    var state = anchor.read();
    switch (state) {
      case AuditAnchor.State.Held(var anchored) -> {
        var head = head();
        if (!holds(anchored)) {
          if (isNews(state)) {
            log.error(
                "The audit log was cut or replaced before {}: run audit verify", anchored.seq());
          }
        } else {
          alarmed = null;
          if (head.seq() > anchored.seq()) {
            anchor.write(head);
          }
        }
      }
      case AuditAnchor.State.Missing missing -> {
        var head = head();
        log.error(
            "The audit anchor was missing and is made anew at {}: run audit verify", head.seq());
        // The entry first: whatever happens next, that a cut can't be ruled out stays written.
        expectAfterCommit(
            writer.write(
                new AuditEntry(null, AuditAction.ANCHOR_RENEWED, null, "audit.anchor", "missing")));
        anchor.write(head);
      }
      case AuditAnchor.State.Broken broken -> {
        if (isNews(state)) {
          log.error("The audit anchor was not written by this installation: run audit verify");
        }
      }
    }
  }

  private boolean isNews(AuditAnchor.State state) {
    var news = !state.equals(alarmed);
    alarmed = state;
    return news;
  }

  /// Waits for the commit of the transaction that wrote the entry; forgets it when the transaction,
  /// or the part of it between two savepoints, is rolled back.
  private final class Expectation implements TransactionSynchronization {
    private final UUID entry;
    private final Set<Object> later = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean undone;

    Expectation(UUID entry) {
      this.entry = entry;
    }

    @Override
    public void savepoint(Object savepoint) {
      later.add(savepoint);
    }

    @Override
    public void savepointRollback(Object savepoint) {
      undone |= !later.contains(savepoint);
    }

    @Override
    public void afterCommit() {
      if (!undone) {
        committed.add(entry);
      }
    }
  }
}
