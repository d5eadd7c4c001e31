package org.saltwater.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.KeyWrapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Wraps all clients' keys, and those of other modules, under the newest root key. Only wrapped
// keys change, never a text.
record VaultRotation(
    JdbcClient jdbc,
    TransactionTemplate transaction,
    RootKey root,
    VaultKeys keys,
    List<KeyWrapping.Wrapped> others) {
  private static final int AT_A_TIME = 500;
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private record Wrapped(UUID id, ClientId owner, String base64) {}

  int rotate() {
    root.rotate();
    return wrapAll();
  }

  void retire() {
    wrapAll();
    root.retireOld();
  }

  /// In small steps, each its own transaction, so that nobody waits; repeating it is harmless.
  private int wrapAll() {
    others.forEach(KeyWrapping.Wrapped::wrapAnew);
    var newest = root.aead();
    var count = 0;
    var last = BEFORE_ALL;
    while (true) {
      var after = last;
      var step = transaction.execute(status -> wrapSome(newest, after));
      if (step.isEmpty()) {
        return count;
      }
      count += step.size();
      last = step.getLast().id();
    }
  }

  private List<Wrapped> wrapSome(Aead newest, UUID after) {
    var some =
        jdbc.sql(
                """
                select id, owner, wrapped from vault_key
                where conversation is null and not journal and wrapped is not null and id > :after
                order by id limit :limit for update
                """)
            .param("after", after)
            .param("limit", AT_A_TIME)
            .query(
                (row, number) ->
                    new Wrapped(
                        row.getObject("id", UUID.class),
                        new ClientId(row.getObject("owner", UUID.class)),
                        Base64.getEncoder().encodeToString(row.getBytes("wrapped"))))
            .list();
    for (var key : some) {
      jdbc.sql("update vault_key set wrapped = :wrapped where id = :id")
          .param("wrapped", again(newest, key))
          .param("id", key.id())
          .update();
    }
    return some;
  }

  private byte[] again(Aead newest, Wrapped key) {
    try {
      var boundTo = keys.boundTo(new KeyScope.OfClient(key.owner()));
      return TinkProtoKeysetFormat.serializeEncryptedKeyset(
          TinkProtoKeysetFormat.parseEncryptedKeyset(
              Base64.getDecoder().decode(key.base64()),
              newest,
              boundTo,
              RegistryConfiguration.get()),
          newest,
          boundTo,
          RegistryConfiguration.get());
    } catch (GeneralSecurityException e) {
      throw new SealBroken("key");
    }
  }
}
