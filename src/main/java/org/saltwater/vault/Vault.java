package org.saltwater.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Seals clinical text before it is stored, and opens it for whoever has [Evidence]. AES-256-GCM by
/// Tink; the associated data binds a text to its installation, owner, key, table, row and
/// field, so it opens nowhere else.
@Component
public class Vault {
  private final VaultKeys keys;
  private final VaultRotation rotation;
  private final AuditLog audit;
  private final TransactionTemplate transaction;

  /// @param others keys of other modules that lie under the root key too
  public Vault(
      JdbcClient jdbc,
      PlatformTransactionManager transactions,
      RootKey root,
      AuditLog audit,
      List<KeyWrapping.Wrapped> others,
      Clock clock) {
    this.transaction = new TransactionTemplate(transactions);
    this.keys = new VaultKeys(jdbc, root, clock);
    this.rotation = new VaultRotation(jdbc, transaction, root, keys, others);
    this.audit = audit;
  }

  /// Makes the client's or conversation's key when there is none, in the caller's transaction.
  ///
  /// @throws Refusal `data-erased` if the owner's keys have been destroyed
  public byte[] seal(KeyScope scope, Place place, String text) {
    try {
      return keys.getOrMake(scope)
          .encrypt(text.getBytes(StandardCharsets.UTF_8), keys.boundTo(scope, place));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal");
    }
  }

  /// @throws Refusal `not-allowed` if the evidence is about another owner, is over, or is someone
  ///     else's for what is for the owner's own eyes; `data-erased` if the owner's keys have been
  ///     destroyed
  /// @throws SealBroken if the text was changed or moved
  public String open(Evidence evidence, KeyScope scope, Place place, byte[] sealed) {
    if (!evidence.owner().equals(scope.owner()) || evidence.isOver()) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    if (scope.isForOwnEyes() && evidence.basis() != Evidence.Basis.OWN) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    Aead key = keys.get(scope);
    try {
      return new String(key.decrypt(sealed, keys.boundTo(scope, place)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new SealBroken(place.table() + "." + place.field());
    }
  }

  /// Makes everything sealed for a client unreadable, for good, in the caller's transaction: also
  /// what lies in copies of the database made before, as far as they lie apart from its keys. Other
  /// nodes forget the keys within a minute.
  public void destroyKeysOf(ClientId client) {
    transaction.executeWithoutResult(
        status -> {
          keys.destroy(client);
          audit.write(
              new AuditEntry(null, AuditAction.KEYS_DESTROYED, client, "vault.keys", "erasure"));
        });
  }

  /// Makes a new root key and wraps every client's key with it. What is stored stays as it is, and
  /// is readable all the while. Afterwards hand the key file to the other nodes, then call
  /// [#retireOldRoots()].
  ///
  /// @return how many keys were wrapped anew
  public int rotateRoot() {
    var wrapped = rotation.rotate();
    audit.write(new AuditEntry(null, AuditAction.KEYS_ROTATED, null, "vault.root", "rotated"));
    return wrapped;
  }

  /// Wraps what an old root key may still wrap, then forgets the old root keys.
  public void retireOldRoots() {
    rotation.retire();
    audit.write(new AuditEntry(null, AuditAction.KEYS_ROTATED, null, "vault.root", "retired"));
  }
}
