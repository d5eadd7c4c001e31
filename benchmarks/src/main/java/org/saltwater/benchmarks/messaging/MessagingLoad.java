package org.saltwater.benchmarks.messaging;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Messages stored and delivered per second and per second of processor time, and what an idle connection costs.
///
/// The server and its PostgreSQL are processes of their own, so their processor time can be told apart from the devices'.
/// Arguments: messages per second, seconds, pairs of people.
final class MessagingLoad {
  private static final String TEXT = "I slept a little better, and walked to work twice this week. ";
  private static final long TICKS_PER_SECOND = 100;

  private MessagingLoad() {}

  static void main(String... arguments) throws IOException, InterruptedException {
    var rate = Integer.parseInt(arguments[0]);
    var seconds = Integer.parseInt(arguments[1]);
    var pairCount = Integer.parseInt(arguments[2]);
    var folder = Files.createTempDirectory("messaging-load");
    var pairFile = folder.resolve("pairs");
    var server =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                LoadServer.class.getName(),
                folder.resolve("data").toString(),
                Integer.toString(pairCount),
                pairFile.toString())
            .redirectError(new File(folder.toFile(), "server.err"))
            .start();
    var from = server.inputReader();
    var to = new PrintStream(server.getOutputStream(), true, StandardCharsets.UTF_8);
    var port = Integer.parseInt(await(from, "ready ").split(" ", -1)[1]);

    var empty = memory(from, to);
    var tally = new Tally();
    var devices = connect(port, Files.readAllLines(pairFile), tally);
    LockSupport.parkNanos(3_000_000_000L);
    var idle = memory(from, to);
    System.out.printf(
        "%d idle connections: %.1f KB each of heap, %.1f KB of direct buffers, %d more threads%n",
        devices.size(),
        (idle.heap - empty.heap) / 1024.0 / devices.size(),
        (idle.direct - empty.direct) / 1024.0 / devices.size(),
        idle.threads - empty.threads);

    write(devices, rate, Math.min(seconds, 10));
    settle(tally, 0);
    var warm = tally.countDelivered();
    var before = processorTime(server);
    var begun = System.nanoTime();
    write(devices, rate, seconds);
    settle(tally, warm + rate * seconds);
    var elapsed = (System.nanoTime() - begun) / 1e9;
    var used = processorTime(server).minus(before);
    var messages = tally.countDelivered() - warm;
    System.out.println(tally);
    System.out.printf(
        "%,d messages in %.1f s: %,.0f a second. Processor: server %.1f s, PostgreSQL %.1f s: %,.0f messages for a second of one core%n",
        messages,
        elapsed,
        messages / elapsed,
        used.server,
        used.postgres,
        messages / (used.server + used.postgres));
    devices.forEach(Device::close);
    to.close();
    server.waitFor();
  }

  private static List<Device> connect(int port, List<String> pairs, Tally tally) {
    var devices = new ArrayList<Device>();
    for (var line : pairs) {
      var pair = line.split(" ", -1);
      devices.add(Device.connect(port, pair[0], pair[1], tally).join());
      devices.add(Device.connect(port, pair[0], pair[2], tally).join());
    }
    return devices;
  }

  /// Spreads the messages evenly over the devices and the time, whether or not answers come.
  private static void write(List<Device> devices, int rate, int seconds) {
    var total = (long) rate * seconds;
    var start = System.nanoTime();
    for (var i = 0L; i < total; i++) {
      var due = start + i * 1_000_000_000L / rate;
      var wait = due - System.nanoTime();
      if (wait > 100_000) {
        LockSupport.parkNanos(wait);
      }
      devices.get((int) (i * 7919 % devices.size())).send(TEXT);
    }
  }

  private static void settle(Tally tally, int delivered) {
    var patience = System.nanoTime() + 20_000_000_000L;
    var seen = -1;
    while (System.nanoTime() < patience
        && (delivered == 0 ? seen != tally.countDelivered() : tally.countDelivered() < delivered)) {
      seen = tally.countDelivered();
      LockSupport.parkNanos(delivered == 0 ? 2_000_000_000L : 5_000_000L);
    }
  }

  private record Memory(long heap, long direct, int threads) {}

  private static Memory memory(BufferedReader from, PrintStream to) throws IOException {
    to.println();
    await(from, "heap ");
    to.println();
    var said = await(from, "heap ").split(" ", -1);
    return new Memory(Long.parseLong(said[1]), Long.parseLong(said[3]), Integer.parseInt(said[5]));
  }

  private static String await(BufferedReader from, String start) throws IOException {
    while (true) {
      var line = from.readLine();
      if (line == null) {
        throw new IllegalStateException("the server ended");
      }
      if (line.startsWith(start)) {
        return line;
      }
    }
  }

  private record ProcessorTime(double server, double postgres) {
    ProcessorTime minus(ProcessorTime earlier) {
      return new ProcessorTime(server - earlier.server, postgres - earlier.postgres);
    }
  }

  /// Seconds of processor time so far (`/proc/PID/stat`, fields 14 and 15).
  private static ProcessorTime processorTime(Process server) {
    return new ProcessorTime(
        seconds(server.toHandle()),
        server.descendants().mapToDouble(MessagingLoad::seconds).sum());
  }

  private static double seconds(ProcessHandle process) {
    try {
      var stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Stream.of(fields[11], fields[12]).mapToLong(Long::parseLong).sum()
          / (double) TICKS_PER_SECOND;
    } catch (IOException ended) {
      return 0;
    }
  }
}
