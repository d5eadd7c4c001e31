package org.saltwater.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Callable;
import org.saltwater.kernel.Installation.Mode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Starts, looks at a few pages and stops: what the build runs once so that later starts are quick.
@Command(name = "rehearse", hidden = true)
class RehearseCommand implements Callable<Integer> {
  private final Class<?> platform;

  @Mixin private final StoreOptions store = new StoreOptions();

  RehearseCommand(Class<?> platform) {
    this.platform = platform;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var server = new Server(platform, Mode.DEMO, freePort(), store.dataFor("rehearsal"), false);
    try (var running = server.start("--saltwater.demo.therapists=12");
        var browser = HttpClient.newHttpClient()) {
      for (var path : List.of("/", "/help-now", "/begin", "/sign-in", "/api/v1/instruments")) {
        browser.send(
            HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
            BodyHandlers.discarding());
      }
      return running.isActive() ? 0 : 1;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
