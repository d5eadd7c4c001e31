package org.saltwater.messaging;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.saltwater.database.EmbeddedPostgres;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;

/// The program that [MessageSoak] kills: takes commands on its input, a line each, and answers on
/// its output.
///
/// `begin` -> `talk conversation client therapist`; `send conversation from key` -> `stored
/// conversation key number` or `refused conversation key`; `read conversation` -> `holds
/// conversation number key`, then `read conversation`.
final class SoakServer {
  private final Talks talks;

  private SoakServer(Talks talks) {
    this.talks = talks;
  }

  /// @param folder the one argument: keys and the database
  static void main(String... folder) throws IOException {
    var data = Path.of(folder[0]);
    try (var postgres = EmbeddedPostgres.startIn(data);
        var database = MessageSoakTest.pool(postgres)) {
      Flyway.configure().dataSource(database).load().migrate();
      try (var talks = new Talks(database, Clock.systemUTC(), data.resolve("keys"))) {
        var server = new SoakServer(talks);
        say("ready");
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
          var command = line.split(" ", -1);
          Thread.ofVirtual().start(() -> server.on(command));
        }
      }
    }
  }

  private void on(String... command) {
    switch (command[0]) {
      case "begin" -> {
        var talk = talks.begin();
        say("talk " + talk.id() + " " + talk.client() + " " + talk.therapist());
      }
      case "send" -> send(command[1], command[2], command[3]);
      case "read" -> read(command[1]);
      default -> throw new IllegalArgumentException(command[0]);
    }
  }

  private void send(String conversation, String from, String key) {
    try {
      var message =
          new NewMessage(
              ConversationId.of(conversation),
              PersonId.of(from),
              UUID.fromString(key),
              new Redacted<>("…"));
      var receipt = talks.messages.send(message);
      say("stored " + conversation + " " + key + " " + receipt.number());
    } catch (Refusal refusal) {
      say("refused " + conversation + " " + key);
    }
  }

  private void read(String conversation) {
    var talk = talks.table.find(ConversationId.of(conversation)).orElseThrow();
    for (var message : talks.read(talk)) {
      say("holds " + conversation + " " + message.number() + " " + message.key());
    }
    say("read " + conversation);
  }

  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
