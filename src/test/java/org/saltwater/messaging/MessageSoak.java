package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/soak messages`: kills the program or its PostgreSQL, by SIGKILL at random points, while
/// people write; then counts. Not part of the ordinary suite: it takes minutes.
class MessageSoak {
  private static final int MESSAGES = Integer.getInteger("soak.messages", 10_000);
  private static final int KILLS = Integer.getInteger("soak.kills", 20);
  private static final int TALKS = 40;

  @TempDir Path folder;
  private final Random random = new Random(Long.getLong("soak.seed", System.nanoTime()));
  private final Ledger ledger = new Ledger();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final Map<UUID, Writing> writings = new HashMap<>();
  private Process server;
  private PrintStream to;
  private int refused;

  /// One conversation, in which one message is under way at a time.
  private static final class Writing {
    private final UUID conversation;
    private final String client;
    private final String therapist;
    private UUID key = UUID.randomUUID();
    private int left;

    Writing(UUID conversation, String client, String therapist) {
      this.conversation = conversation;
      this.client = client;
      this.therapist = therapist;
      this.left = MESSAGES / TALKS;
    }
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingIsStoredTwiceWhateverIsKilled() throws Exception {
    start();
    for (var i = 0; i < TALKS; i++) {
      say("begin");
      var talk = next().split(" ", -1);
      var id = UUID.fromString(talk[1]);
      writings.put(id, new Writing(id, talk[2], talk[3]));
    }
    writings.values().forEach(this::send);
    var kills = 0;
    var nextKill = MESSAGES / (KILLS + 1);
    while (writings.values().stream().anyMatch(writing -> writing.left > 0)) {
      on(next());
      if (kills < KILLS && ledger.acknowledged() >= nextKill) {
        kill(kills++);
        nextKill = (int) ledger.acknowledged() + MESSAGES / (KILLS + 1) - random.nextInt(40);
      }
    }
    for (var writing : writings.values()) {
      ledger.compare(writing.conversation, read(writing.conversation));
    }
    stop();
    assertThat(kills).isEqualTo(KILLS);
    System.out.printf(
        "%,d messages acknowledged in %d conversations, %d kills, %d refusals: none lost, none twice, all in order%n",
        ledger.acknowledged(), TALKS, kills, refused);
  }

  private void on(String line) {
    var said = line.split(" ", -1);
    if (!said[0].equals("stored") && !said[0].equals("refused")) {
      return;
    }
    var writing = writings.get(UUID.fromString(said[1]));
    if (writing == null || !writing.key.toString().equals(said[2])) {
      return;
    }
    if (said[0].equals("stored")) {
      ledger.acknowledge(writing.conversation, writing.key, Long.parseLong(said[3]));
      writing.key = UUID.randomUUID();
      writing.left--;
    } else {
      refused++;
    }
    if (writing.left > 0) {
      send(writing);
    }
  }

  private void send(Writing writing) {
    var from = writing.left % 2 == 0 ? writing.client : writing.therapist;
    say("send " + writing.conversation + " " + from + " " + writing.key);
  }

  private void kill(int number) throws Exception {
    if (number % 2 == 0) {
      server.destroyForcibly().waitFor();
      heard.clear();
      start();
      // Whatever had no receipt is sent again, with the key it had.
      writings.values().stream().filter(writing -> writing.left > 0).forEach(this::send);
    } else {
      var pid = Files.readAllLines(folder.resolve("postgresql/cluster-18/postmaster.pid"));
      ProcessHandle.of(Long.parseLong(pid.getFirst().trim()))
          .ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  private List<Ledger.Stored> read(UUID conversation) throws InterruptedException {
    say("read " + conversation);
    var stored = new ArrayList<Ledger.Stored>();
    while (true) {
      var said = next().split(" ", -1);
      if (said[0].equals("read")) {
        return stored;
      }
      if (said[0].equals("holds")) {
        stored.add(new Ledger.Stored(UUID.fromString(said[3]), Long.parseLong(said[2])));
      }
    }
  }

  private void start() throws IOException, InterruptedException {
    var command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-cp",
            System.getProperty("java.class.path"),
            "-Dlogging.level.root=ERROR",
            SoakServer.class.getName(),
            folder.toString());
    var process =
        new ProcessBuilder(command)
            .redirectError(folder.resolveSibling(folder.getFileName() + ".err").toFile())
            .start();
    server = process;
    to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    Thread.ofVirtual()
        .start(
            () -> {
              try (var lines = process.inputReader()) {
                lines.lines().filter(_ -> process == server).forEach(heard::add);
              } catch (UncheckedIOException | IOException gone) {
                // It was killed.
              }
            });
    while (!next().equals("ready")) {
      // Log lines before it is ready.
    }
  }

  private void stop() throws InterruptedException {
    to.close();
    server.waitFor(30, TimeUnit.SECONDS);
  }

  private void say(String line) {
    to.println(line);
  }

  private String next() throws InterruptedException {
    var line = heard.poll(60, TimeUnit.SECONDS);
    if (line == null) {
      throw new AssertionError("the program says nothing more");
    }
    return line;
  }
}
