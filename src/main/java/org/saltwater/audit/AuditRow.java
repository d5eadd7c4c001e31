package org.saltwater.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as it stands in the database, its seal in hexadecimal. The action is text here: a
/// tampered one need not be an action at all.
record AuditRow(
    UUID id,
    Instant at,
    @Nullable UUID actor,
    String action,
    @Nullable UUID subject,
    String thing,
    String reason,
    String seal) {

  static final String COLUMNS =
      "e.id, e.at, e.actor, e.action, e.subject, e.thing, e.reason, e.seal";

  static AuditRow read(ResultSet row) throws SQLException {
    return new AuditRow(
        row.getObject("id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("actor", UUID.class),
        row.getString("action"),
        row.getObject("subject", UUID.class),
        row.getString("thing"),
        row.getString("reason"),
        HexFormat.of().formatHex(row.getBytes("seal")));
  }

  AuditRow sealedWith(AuditKey key) {
    return new AuditRow(
        id, at, actor, action, subject, thing, reason, HexFormat.of().formatHex(key.mac(bytes())));
  }

  boolean isSealedWith(AuditKey key) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(seal), key.mac(bytes()));
  }

  /// All that was said, each part with its length, so that no two entries have the same bytes.
  byte[] bytes() {
    var bytes = new ByteArrayOutputStream(160);
    try (var out = new DataOutputStream(bytes)) {
      write(out, id);
      out.writeLong(at.getEpochSecond());
      out.writeInt(at.getNano());
      write(out, actor);
      write(out, action);
      write(out, subject);
      write(out, thing);
      write(out, reason);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable UUID id) throws IOException {
    out.writeBoolean(id != null);
    if (id != null) {
      out.writeLong(id.getMostSignificantBits());
      out.writeLong(id.getLeastSignificantBits());
    }
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    var utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
