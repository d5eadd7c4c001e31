package org.saltwater.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Holds a data folder for one process. The system lets go of it when the process ends, however it
/// ends.
record FolderLock(FileChannel file) implements AutoCloseable {

  /// @throws DatabaseUnavailable if another process holds the folder
  static FolderLock on(Path folder) throws IOException {
    var file =
        FileChannel.open(
            folder.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (lock(file) == null) {
      var holder = ByteBuffer.allocate(20);
      file.read(holder, 0);
      file.close();
      throw new DatabaseUnavailable(
          "Another Saltwater (process "
              + new String(holder.array(), StandardCharsets.US_ASCII).trim()
              + ") is using the folder "
              + folder
              + ". Stop it first, or choose another folder with --data.");
    }
    file.truncate(0);
    file.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)),
        0);
    return new FolderLock(file);
  }

  /// Whether a process, this one included, holds the folder now.
  static boolean isHeld(Path folder) throws IOException {
    var path = folder.resolve("lock");
    if (!Files.exists(path)) {
      return false;
    }
    try (var file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        var lock = lock(file)) {
      return lock == null;
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
