package org.saltwater.benchmarks.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.saltwater.Saltwater;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.Conversations;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The whole platform with pairs of people in care, each signed in. Writes `ready PORT`; each line on its input is answered
/// with `heap BYTES direct BYTES threads N`, after a full collection. Ends with its input.
final class LoadServer {
  private LoadServer() {}

  /// @param arguments folder for data, number of pairs, file for the pairs (`conversation client-token therapist-token`)
  static void main(String... arguments) throws IOException {
    var app =
        SpringApplication.run(
            Saltwater.class,
            "--saltwater.mode=demo",
            "--saltwater.rate-limits=false",
            "--saltwater.data=" + arguments[0],
            "--server.port=0");
    Files.write(Path.of(arguments[2]), pairs(app, Integer.parseInt(arguments[1])));
    System.out.println("ready " + app.getEnvironment().getProperty("local.server.port"));
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (lines.readLine() != null) {
      System.out.println(memory());
    }
    app.close();
  }

  private static List<String> pairs(ConfigurableApplicationContext app, int count) {
    var pairs = new ArrayList<String>();
    for (var i = 0; i < count; i++) {
      var client = person("Client " + i, Role.CLIENT);
      var therapist = person("Therapist " + i, Role.THERAPIST);
      app.getBean(People.class).addAll(List.of(client, therapist));
      var clientId = ClientId.of(client.id());
      var therapistId = TherapistId.of(therapist.id());
      app.getBean(Episodes.class).open(clientId, therapistId);
      var talk = app.getBean(Conversations.class).findOpen(clientId, therapistId).orElseThrow();
      var signIns = app.getBean(SignIns.class);
      pairs.add(
          talk.id()
              + " "
              + signIns.issue(client.id(), "load").value()
              + " "
              + signIns.issue(therapist.id(), "load").value());
    }
    return pairs;
  }

  private static Person person(String name, Role role) {
    var id = PersonId.random();
    return new Person(id, name, id + "@example.org", Set.of(role), ZoneId.of("Europe/Berlin"));
  }

  private static String memory() {
    System.gc();
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    var direct =
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum();
    var threads = ManagementFactory.getThreadMXBean().getThreadCount();
    return "heap " + heap + " direct " + direct + " threads " + threads;
  }
}
