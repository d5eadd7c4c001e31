package org.saltwater.vault;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Associated data, each part with its length: `ab` + `c` is never `a` + `bc`.
final class BoundTo {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
  private final DataOutputStream out = new DataOutputStream(bytes);

  BoundTo(String kind) {
    and("saltwater 1").and(kind);
  }

  BoundTo and(String part) {
    try {
      var utf8 = part.getBytes(StandardCharsets.UTF_8);
      out.writeInt(utf8.length);
      out.write(utf8);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BoundTo and(@Nullable UUID part) {
    return and(part == null ? "" : part.toString());
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
