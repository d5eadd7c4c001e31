package org.saltwater.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real PostgreSQL of our own with a lasting folder: flushing to disk, closed to everyone but us,
/// gone when we are gone, and started again if it is killed.
///
/// The wrappers to be had for tests switch flushing off and trust everyone, so this is our own
/// (docs/decisions/0003-embedded-postgresql.md).
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

  private final FolderLock lock;
  private final Cluster cluster;
  private final int port;
  private final PostgresProcess process;

  private EmbeddedPostgres(FolderLock lock, Cluster cluster, int port) {
    this.lock = lock;
    this.cluster = cluster;
    this.port = port;
    this.process = new PostgresProcess(cluster, port);
  }

  /// Starts PostgreSQL on a folder, making the folder's database first if it has none.
  ///
  /// @throws DatabaseUnavailable if the folder is in use or PostgreSQL does not start; the message
  ///     says what to do
  public static EmbeddedPostgres startIn(Path data) {
    try {
      Files.createDirectories(data);
      var lock = FolderLock.on(data);
      try {
        var postgres = new EmbeddedPostgres(lock, Cluster.in(data), freePort());
        postgres.cluster.clearAfterKill();
        postgres.process.start();
        return postgres;
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new DatabaseUnavailable(
          "The embedded PostgreSQL could not be started in " + data + ": " + e.getMessage(), e);
    }
  }

  /// How to reach the embedded PostgreSQL of a server that is running on a folder.
  ///
  /// @param password may be read only by whoever owns the folder
  record Address(String url, String user, String password) {
    @Override
    public String toString() {
      return "Address[redacted]";
    }
  }

  /// Empty if no server holds the folder.
  static Optional<Address> findRunning(Path data) throws IOException {
    if (!FolderLock.isHeld(data)) {
      return Optional.empty();
    }
    var port = Cluster.processLines(Cluster.folderIn(data)).get(3).trim();
    return Optional.of(
        new Address(address(port, "postgres"), Cluster.USER, Cluster.password(data)));
  }

  public String url(String database) {
    return address(Integer.toString(port), database);
  }

  public String user() {
    return Cluster.USER;
  }

  public String password() {
    return cluster.password();
  }

  /// The process id of the PostgreSQL that runs now, for those who watch it.
  public long processId() throws IOException {
    return cluster.processId();
  }

  @Override
  public void close() {
    try {
      process.stop();
      lock.close();
    } catch (IOException e) {
      log.warn("PostgreSQL did not stop cleanly; it recovers at the next start");
    }
  }

  private static String address(String port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
