package org.saltwater.sessions.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/// A network of the test's own beside this machine's (Linux network namespace, joined by a pair of
/// virtual cards), whose card loses what it is told to lose. Only root may make one.
final class PoorNetwork implements AutoCloseable {
  private final String name = "sw" + ProcessHandle.current().pid();
  private final String subnet =
      "10.%d.%d."
          .formatted(
              100 + ProcessHandle.current().pid() / 250 % 100, ProcessHandle.current().pid() % 250);

  PoorNetwork() {
    run("ip", "netns", "add", name);
    run("ip", "link", "add", name + "a", "type", "veth", "peer", "name", name + "b");
    run("ip", "link", "set", name + "b", "netns", name);
    run("ip", "address", "add", subnet + "1/30", "dev", name + "a");
    run("ip", "link", "set", name + "a", "up");
    inside("ip", "address", "add", address() + "/30", "dev", name + "b");
    inside("ip", "link", "set", name + "b", "up");
    inside("ip", "link", "set", "lo", "up");
    inside("nft", "add", "table", "inet", "poor");
    inside("nft", "add", "chain", "inet", "poor", "in", "{ type filter hook input priority 0 ; }");
  }

  static boolean canBeMade() {
    return "root".equals(System.getProperty("user.name"))
        && "Linux".equals(System.getProperty("os.name"));
  }

  String address() {
    return subnet + "2";
  }

  List<String> inIt() {
    return List.of("ip", "netns", "exec", name);
  }

  /// Of a hundred packets that come in, this many are lost.
  void lose(int percent) {
    well();
    inside(
        "nft",
        "add rule inet poor in iifname \"%sb\" meta l4proto udp numgen random mod 100 < %d drop"
            .formatted(name, percent));
  }

  void loseAll() {
    well();
    inside("nft", "add rule inet poor in iifname \"%sb\" meta l4proto udp drop".formatted(name));
  }

  void well() {
    inside("nft", "flush", "chain", "inet", "poor", "in");
  }

  private void inside(String... command) {
    var whole = new ArrayList<>(inIt());
    whole.addAll(List.of(command));
    run(whole.toArray(String[]::new));
  }

  private static void run(String... command) {
    try {
      var process = new ProcessBuilder(command).redirectErrorStream(true).start();
      var said = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    run("ip", "netns", "delete", name);
  }
}
