package org.saltwater.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.saltwater.Saltwater;
import org.springframework.boot.SpringApplication;

/// A server of the practice in a process of its own, on a database that others use as well. It ends
/// with whoever started it.
public final class Node implements AutoCloseable {
  private final int port;
  private final Process process;

  private Node(int port, Process process) {
    this.port = port;
    this.process = process;
  }

  /// @param settings as on the command line, such as `--saltwater.mode=demo`
  public static Node start(Path log, List<String> settings) {
    var port = freePort();
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Node.class.getName()));
    command.add("--server.port=" + port);
    command.addAll(settings);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.to(log.toFile()))
              .start();
      return new Node(port, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it answers.
  public void awaitReady() {
    await("the other process answers")
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> new Visit(port).get("/health").status() == 200);
  }

  public int port() {
    return port;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The process itself.
  public static void main(String... settings) throws IOException {
    SpringApplication.run(Saltwater.class, settings);
    // Until whoever started it is gone.
    while (System.in.read() >= 0) {
      Thread.onSpinWait();
    }
    Runtime.getRuntime().halt(0);
  }
}
