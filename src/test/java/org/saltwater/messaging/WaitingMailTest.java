package org.saltwater.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.TherapistId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@SaltwaterTest
class WaitingMailTest {
  private static final String CANARY = "canary: I cried on the train";

  @Autowired private WaitingMail mail;
  @Autowired private People people;
  @Autowired private Conversations conversations;
  @Autowired private Messages messages;
  @Autowired private Marks marks;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestClock clock;

  private Person amara;
  private Person lea;
  private ConversationId talk;

  @BeforeEach
  void twoPeople() {
    clock.reset();
    amara = someone("Amara Okafor", Role.THERAPIST);
    lea = someone("Lea Sommer", Role.CLIENT);
    talk = conversations.open(ClientId.of(lea.id()), TherapistId.of(amara.id())).id();
  }

  @Test
  void aMailGoesOutOnceSomethingHasWaited() {
    write(amara);
    passAndSend(Duration.ofMinutes(29));
    assertThat(mailsTo(lea)).isEmpty();
    passAndSend(Duration.ofMinutes(2));
    assertThat(mailsTo(lea)).hasSize(1);
    assertThat(mailsTo(amara)).isEmpty();
  }

  @Test
  void oneMailAndNoMoreUntilItIsRead() {
    write(amara);
    passAndSend(Duration.ofHours(1));
    write(amara);
    passAndSend(Duration.ofHours(1));
    passAndSend(Duration.ofHours(20));
    assertThat(mailsTo(lea)).hasSize(1);

    read(lea, 1);
    passAndSend(Duration.ofHours(1));
    assertThat(mailsTo(lea)).as("told of the first, which is read; the second waits on").hasSize(2);

    read(lea, 2);
    write(amara);
    passAndSend(Duration.ofHours(1));
    assertThat(mailsTo(lea)).hasSize(3);
  }

  @Test
  void whatWasReadInTimeNeedsNoMail() {
    write(lea);
    read(amara, 1);
    passAndSend(Duration.ofHours(3));
    assertThat(mailsTo(amara)).isEmpty();
  }

  @Test
  void oldMessagesOfAPracticeThatMovesInAreNoNews() {
    write(lea);
    passAndSend(Duration.ofDays(8));
    assertThat(mailsTo(amara)).isEmpty();
  }

  @Test
  void theMailSaysNeitherWhoNorWhat() {
    write(lea);
    passAndSend(Duration.ofHours(1));
    assertThat(mailsTo(amara))
        .singleElement()
        .asString()
        .contains("/messages")
        .doesNotContain("canary", "cried", "Lea");
  }

  private void passAndSend(Duration time) {
    clock.advance(time);
    mail.send();
  }

  private void write(Person from) {
    messages.send(new NewMessage(talk, from.id(), UUID.randomUUID(), new Redacted<>(CANARY)));
  }

  private void read(Person reader, long number) {
    marks.move(talk, reader.id(), new Marks.Mark(number, number));
    marks.flush();
  }

  private List<String> mailsTo(Person person) {
    return jdbc.sql(
            "select subject || body from notifications_mail where recipient = ? order by queued_at")
        .param(person.email())
        .query(String.class)
        .list();
  }

  private Person someone(String name, Role role) {
    var id = PersonId.random();
    var person =
        new Person(id, name, id + "@example.org", Set.of(role), ZoneId.of("Europe/Berlin"));
    people.addAll(List.of(person));
    return person;
  }
}
