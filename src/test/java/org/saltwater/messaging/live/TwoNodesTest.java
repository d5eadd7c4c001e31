package org.saltwater.messaging.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.Saltwater;
import org.saltwater.care.Access;
import org.saltwater.care.Episodes;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Messages;
import org.saltwater.messaging.NewMessage;
import org.saltwater.testing.TestDatabase;
import org.saltwater.vault.Scope;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Two processes of one practice on one database, as they are started for real. What ends on one is
/// over on the other within the five seconds that the platform promises.
@Tag("journey")
class TwoNodesTest {
  private static ConfigurableApplicationContext here;
  private static ConfigurableApplicationContext there;

  private PersonId client;
  private PersonId therapist;
  private ConversationId talk;

  @BeforeAll
  static void startBoth() {
    try (var database = TestDatabase.fresh()) {
      var address = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
      var url =
          "postgresql://%s:%s@127.0.0.1:%d%s"
              .formatted(
                  database.getUsername(),
                  database.getPassword(),
                  address.getPort(),
                  address.getPath());
      var folder = Path.of("target", "test-data", "nodes-" + UUID.randomUUID()).toAbsolutePath();
      here = node(url, folder);
      there = node(url, folder);
    }
  }

  @AfterAll
  static void stopBoth() {
    there.close();
    here.close();
  }

  @BeforeEach
  void twoInCare() {
    client = person(Role.CLIENT);
    therapist = person(Role.THERAPIST);
    here.getBean(Episodes.class).open(ClientId.of(client), TherapistId.of(therapist));
    talk =
        here.getBean(Conversations.class).open(ClientId.of(client), TherapistId.of(therapist)).id();
  }

  @Test
  void whenTheEdgeClosesOnOneNodeTheSocketsOfTheOtherCloseWithinFiveSeconds() throws Exception {
    var line = open(there, therapist);

    var before = System.nanoTime();
    here.getBean(Episodes.class).close(ClientId.of(client), TherapistId.of(therapist));

    assertThat(line.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
    System.out.printf(
        "a closed edge ended a socket of another node after %d ms%n",
        (System.nanoTime() - before) / 1_000_000);
    assertThatThrownBy(() -> Line.open(port(there), talk, token(there, therapist), 0).join())
        .hasCauseInstanceOf(WebSocketHandshakeException.class);
    var reader = new SignedIn(therapist, "Robin", Set.of(Role.THERAPIST), ZoneOffset.UTC);
    assertThat(there.getBean(Access.class).mayRead(reader, ClientId.of(client), Scope.MESSAGES))
        .isFalse();
  }

  @Test
  void aSignInEndedOnOneNodeEndsItsSocketsOnTheOtherWithinFiveSeconds() throws Exception {
    var line = open(there, client);

    here.getBean(SignIns.class).revokeAll(client);

    assertThat(line.closed.get(5, TimeUnit.SECONDS)).isEqualTo(4403);
  }

  @Test
  void whatIsWrittenOnOneNodeIsHeardOnTheOtherOnceAndInOrder() {
    var line = open(there, therapist);
    for (var number = 1; number <= 20; number++) {
      here.getBean(Messages.class)
          .send(new NewMessage(talk, client, UUID.randomUUID(), new Redacted<>("line " + number)));
    }
    for (var number = 1; number <= 20; number++) {
      assertThat(line.hear("message").get("text").asString()).isEqualTo("line " + number);
    }
    assertThat(line.heard).noneMatch(frame -> frame.get("type").asString().equals("message"));
  }

  private Line open(ConfigurableApplicationContext node, PersonId person) {
    var line = Line.open(port(node), talk, token(node, person), 0).join();
    line.hear("opened");
    return line;
  }

  private static String token(ConfigurableApplicationContext node, PersonId person) {
    return node.getBean(SignIns.class).issue(person, "Test").value();
  }

  private static int port(ConfigurableApplicationContext node) {
    return Integer.parseInt(node.getEnvironment().getRequiredProperty("local.server.port"));
  }

  private static PersonId person(Role role) {
    var id = PersonId.random();
    here.getBean(People.class)
        .addAll(
            List.of(new Person(id, "Robin", id + "@example.org", Set.of(role), ZoneOffset.UTC)));
    return id;
  }

  private static ConfigurableApplicationContext node(String url, Path folder) {
    return SpringApplication.run(
        Saltwater.class,
        "--server.port=0",
        "--saltwater.mode=demo",
        "--saltwater.data=" + folder,
        "--saltwater.database.url=" + url);
  }
}
