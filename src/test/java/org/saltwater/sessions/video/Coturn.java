package org.saltwater.sessions.video;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A real coturn on this machine. It listens at one loopback address and relays from another, so
/// that an address tells where a packet came from.
public final class Coturn implements AutoCloseable {
  public static final String SECRET = "a-secret-of-this-test-alone";
  static final String RELAY = "127.0.0.7";

  private final Process process;
  private final Path log;
  private final String address;
  private final int port;

  public Coturn() {
    this("127.0.0.6", RELAY, freePort("127.0.0.6"), List.of());
  }

  /// @param before what stands before the command, such as a network to run it in
  Coturn(String address, String relay, int port, List<String> before) {
    this.address = address;
    this.port = port;
    try {
      var folder =
          Files.createDirectories(Path.of("target", "test-data", "coturn-" + UUID.randomUUID()));
      log = folder.resolve("log").toAbsolutePath();
      var settings = folder.resolve("turnserver.conf").toAbsolutePath();
      Files.writeString(
          settings,
          """
          listening-ip=%s
          listening-port=%d
          relay-ip=%s
          realm=care.example
          use-auth-secret
          static-auth-secret=%s
          fingerprint
          no-tls
          no-dtls
          no-cli
          allow-loopback-peers
          no-multicast-peers
          pidfile=%s
          userdb=%s
          log-file=stdout
          simple-log
          verbose
          """
              .formatted(
                  address, port, relay, SECRET, folder.resolve("pid"), folder.resolve("users")));
      var command = new ArrayList<>(before);
      command.addAll(List.of("turnserver", "-c", settings.toString()));
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "A real coturn is needed (Debian, Ubuntu: apt install coturn; bin/verify does it)", e);
    }
    await("coturn answers").atMost(Duration.ofSeconds(20)).until(this::answers);
  }

  public List<String> urls() {
    return List.of("turn:" + address + ":" + port + "?transport=udp");
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers() {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 500);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort(String address) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
