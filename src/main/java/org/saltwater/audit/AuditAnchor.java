package org.saltwater.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.saltwater.kernel.PrivateFile;

/// The newest known point of the chain, kept in a file outside the database: without it, a log cut
/// at its end would look like a shorter, whole one.
final class AuditAnchor {
  /// What the file says.
  sealed interface State {
    record Held(AuditHead head) implements State {}

    record Missing() implements State {}

    /// There is a file, but this installation's key did not write it.
    record Broken() implements State {}
  }

  private final Path file;
  private final AuditKey key;

  AuditAnchor(Path data, AuditKey key) {
    this.file = data.resolve("audit.anchor");
    this.key = key;
  }

  State read() {
    try {
      var parts = Files.readString(file).strip().split(" ", -1);
      var head = new AuditHead(Long.parseLong(parts[0]), parts[1]);
      var mac = HexFormat.of().parseHex(parts[2]);
      return MessageDigest.isEqual(mac, key.mac(said(head)))
          ? new State.Held(head)
          : new State.Broken();
    } catch (NoSuchFileException e) {
      return new State.Missing();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      return new State.Broken();
    }
  }

  /// Replaces the file in one step and waits until it is on disk.
  void write(AuditHead head) {
    try {
      PrivateFile.write(
          file, line(head) + " " + HexFormat.of().formatHex(key.mac(said(head))) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the audit anchor", e);
    }
  }

  private static String line(AuditHead head) {
    return head.seq() + " " + head.hash();
  }

  private static byte[] said(AuditHead head) {
    return ("anchor " + line(head)).getBytes(StandardCharsets.UTF_8);
  }
}
