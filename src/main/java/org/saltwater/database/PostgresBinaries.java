package org.saltwater.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, taken from their Maven artefact once and kept beside the data.
record PostgresBinaries(Path folder) {
  private static final String DONE = ".complete";

  /// Unpacks into a neighbour first and renames, so that an interrupted start leaves nothing half
  /// done.
  static PostgresBinaries unpackedIn(Path folder) throws IOException {
    var archive = archiveName();
    if (!Files.exists(folder.resolve(DONE))) {
      var half = folder.resolveSibling(folder.getFileName() + ".half");
      delete(half);
      delete(folder);
      Files.createDirectories(half);
      try (var packed = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
        if (packed == null) {
          throw new DatabaseUnavailable(
              "There is no embedded PostgreSQL for this system ("
                  + archive
                  + ")."
                  + " Set SALTWATER_DATABASE_URL to a PostgreSQL 15 or newer.");
        }
        unpack(packed, half);
      }
      Files.createFile(half.resolve(DONE));
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return new PostgresBinaries(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static String archiveName() {
    var arm = System.getProperty("os.arch").equals("aarch64");
    var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    return "postgres-" + (mac ? "darwin-" : "linux-") + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  private static void unpack(InputStream packed, Path into) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      TarArchiveEntry entry;
      while ((entry = tar.getNextEntry()) != null) {
        var file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
          throw new IOException("an archive entry leads outside: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(file);
          continue;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, file);
          if ((entry.getMode() & 0111) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make executable: " + file.getFileName());
          }
        }
      }
    }
  }

  /// Deletes a folder with all in it; one that is not there is deleted already.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
