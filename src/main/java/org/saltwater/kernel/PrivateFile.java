package org.saltwater.kernel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/// A small file that must not be lost and that nobody else may read: a key, a password, an anchor.
public final class PrivateFile {
  private PrivateFile() {}

  /// Makes or replaces the file in one step, readable by its owner alone. When this returns, the
  /// text is on disk, and so is the file's name; when it throws, the old file is as it was, and
  /// nothing else is left behind. Makes the folder if there is none.
  public static void write(Path file, String text) throws IOException {
    var target = file.toAbsolutePath();
    var folder = Objects.requireNonNull(target.getParent(), "a file lies in a folder");
    Files.createDirectories(folder);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var making = Files.createTempFile(folder, target.getFileName() + ".", ".new", ownerOnly);
    try {
      Files.writeString(making, text);
      flush(making, StandardOpenOption.WRITE);
      Files.move(making, target, StandardCopyOption.ATOMIC_MOVE);
      // POSIX: a name is on disk only when its folder is.
      flush(folder, StandardOpenOption.READ);
    } finally {
      Files.deleteIfExists(making);
    }
  }

  private static void flush(Path path, StandardOpenOption option) throws IOException {
    try (var channel = FileChannel.open(path, option)) {
      channel.force(true);
    }
  }
}
