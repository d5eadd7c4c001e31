package org.saltwater.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The keys of clients, conversations and journals: made, wrapped, found, and destroyed.
final class VaultKeys {
  /// Short, because another node learns of a destroyed key only by asking again.
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final RootKey root;
  private final Clock clock;
  private final Cache<KeyScope, Aead> unwrapped =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT).build();

  /// Outlives every cached key, so that one put back by a slower thread is not used.
  private final Cache<ClientId, Boolean> erased =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(KEPT.multipliedBy(5)).build();

  private volatile @Nullable UUID installation;

  VaultKeys(JdbcClient jdbc, RootKey root, Clock clock) {
    this.jdbc = jdbc;
    this.root = root;
    this.clock = clock;
  }

  /// @throws Refusal `data-erased` if it has been destroyed
  /// @throws SealBroken if there never was one
  Aead get(KeyScope scope) {
    return find(scope).orElseThrow(() -> new SealBroken("no key"));
  }

  Aead getOrMake(KeyScope scope) {
    return find(scope).orElseGet(() -> make(scope));
  }

  void destroy(ClientId owner) {
    jdbc.sql(
            """
            insert into vault_key (owner, conversation, journal, wrapped, made_at, destroyed_at)
            values (:owner, null, false, null, :now, :now)
            on conflict (owner, conversation, journal) do nothing
            """)
        .param("owner", owner.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            update vault_key set wrapped = null, destroyed_at = :now
            where owner = :owner and wrapped is not null
            """)
        .param("owner", owner.value())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    afterCommit(
        () -> {
          erased.put(owner, true);
          unwrapped.asMap().keySet().removeIf(scope -> scope.owner().equals(owner));
        });
  }

  byte[] boundTo(KeyScope scope, Place place) {
    return new BoundTo("text")
        .and(installation())
        .and(scope.owner().value())
        .and(within(scope))
        .and(place.table())
        .and(place.row())
        .and(place.field())
        .bytes();
  }

  /// What a client's wrapped key is bound to.
  byte[] boundTo(KeyScope scope) {
    return new BoundTo("key")
        .and(installation())
        .and(scope.owner().value())
        .and(within(scope))
        .bytes();
  }

  private Optional<Aead> find(KeyScope scope) {
    if (erased.getIfPresent(scope.owner()) != null) {
      throw new Refusal(VaultProblem.ERASED);
    }
    var cached = unwrapped.getIfPresent(scope);
    if (cached != null) {
      return Optional.of(cached);
    }
    var found = load(scope);
    // A key of this very transaction must not outlive its rollback in the cache.
    found.ifPresent(key -> afterCommit(() -> unwrapped.put(scope, key)));
    return found;
  }

  private Optional<Aead> load(KeyScope scope) {
    return jdbc.sql(
            """
            select wrapped from vault_key
            where owner = :owner and conversation is not distinct from :conversation
              and journal = :journal
            """)
        .param("owner", scope.owner().value())
        .param("conversation", conversation(scope))
        .param("journal", isJournal(scope))
        .query((row, number) -> Optional.ofNullable(row.getBytes("wrapped")))
        .optional()
        .map(wrapped -> wrapped.orElseThrow(() -> new Refusal(VaultProblem.ERASED)))
        .map(wrapped -> unwrap(scope, wrapped));
  }

  private Aead make(KeyScope scope) {
    try {
      var key =
          KeysetHandle.generateNew(
              PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
      jdbc.sql(
              """
              insert into vault_key (owner, conversation, journal, wrapped, made_at)
              values (:owner, :conversation, :journal, :wrapped, :now)
              on conflict (owner, conversation, journal) do nothing
              """)
          .param("owner", scope.owner().value())
          .param("conversation", conversation(scope))
          .param("journal", isJournal(scope))
          .param(
              "wrapped",
              TinkProtoKeysetFormat.serializeEncryptedKeyset(
                  key, wrapping(scope), boundTo(scope), RegistryConfiguration.get()))
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .update();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a key");
    }
    // Another may have been first: the one that is stored counts.
    return get(scope);
  }

  private Aead unwrap(KeyScope scope, byte[] wrapped) {
    try {
      return opened(scope, wrapped);
    } catch (GeneralSecurityException e) {
      return unwrapWithNewerRoot(scope, wrapped);
    }
  }

  /// Once more, if the root key has been rotated elsewhere meanwhile.
  private Aead unwrapWithNewerRoot(KeyScope scope, byte[] wrapped) {
    try {
      if (scope instanceof KeyScope.OfClient && root.reload()) {
        return opened(scope, wrapped);
      }
    } catch (GeneralSecurityException e) {
      // Broken, whatever the root key.
    }
    throw new SealBroken("key");
  }

  private Aead opened(KeyScope scope, byte[] wrapped) throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
            wrapped, wrapping(scope), boundTo(scope), RegistryConfiguration.get())
        .getPrimitive(RegistryConfiguration.get(), Aead.class);
  }

  private Aead wrapping(KeyScope scope) {
    return switch (scope) {
      case KeyScope.OfClient client -> root.aead();
      case KeyScope.OfConversation talk -> getOrMake(new KeyScope.OfClient(talk.owner()));
      case KeyScope.OfJournal journal -> getOrMake(new KeyScope.OfClient(journal.owner()));
    };
  }

  private static @Nullable UUID conversation(KeyScope scope) {
    return scope instanceof KeyScope.OfConversation talk ? talk.conversation() : null;
  }

  private static boolean isJournal(KeyScope scope) {
    return scope instanceof KeyScope.OfJournal;
  }

  /// Which of an owner's keys it is, as texts and keys are bound to it.
  private static String within(KeyScope scope) {
    return switch (scope) {
      case KeyScope.OfClient client -> "";
      case KeyScope.OfConversation talk -> talk.conversation().toString();
      case KeyScope.OfJournal journal -> "journal";
    };
  }

  private UUID installation() {
    var known = installation;
    if (known == null) {
      known = jdbc.sql("select id from vault_installation").query(UUID.class).single();
      installation = known;
    }
    return known;
  }

  /// Runs once the transaction is committed, if all of it is: after a rollback to a savepoint it is
  /// unknown whether what the task is about still stands.
  private static void afterCommit(Runnable task) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      task.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          private boolean unsure;

          @Override
          public void savepointRollback(Object savepoint) {
            unsure = true;
          }

          @Override
          public void afterCommit() {
            if (!unsure) {
              task.run();
            }
          }
        });
  }
}
