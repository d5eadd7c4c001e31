package org.saltwater.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Access;
import org.saltwater.care.CarePractice;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.TherapistId;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Scope;
import org.saltwater.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A journal, who reads what of it, and when.
@SaltwaterTest
@Tag("progress")
class JournalTest {
  private static final Instant FIRST = Instant.parse("2026-11-24T13:00:00Z");
  private static final String PATH = "/api/v1/journal";

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Journal journal;
  @Autowired TherapySessions sessions;
  @Autowired Episodes episodes;
  @Autowired Access access;
  @Autowired Vault vault;
  @Autowired JdbcClient jdbc;
  @Autowired AuditLog audit;
  @Autowired TestClock clock;
  private CarePractice practice;
  private TherapistId amara;
  private ClientId mira;
  private Instant next;

  @BeforeEach
  void inCare() {
    clock.reset();
    practice = new CarePractice(context);
    amara = practice.therapist("Amara | taken 0 of 5");
    mira = practice.clientOf(amara, "Mira");
    next = FIRST;
  }

  @Test
  void anEntryIsReadByItsWriterAndOpensForNoTherapistWhateverTheyMayRead() {
    var entry = write("Canary: the harbour at night");
    var coming = book(amara);

    assertThat(pageOf(mira, "/journal").body()).contains("Canary: the harbour at night");
    assertThat(before(amara, coming).body()).doesNotContain("Canary", "journal");
    assertThat(journal.list(practice.clientOf(amara, "Noor"), null).entries()).isEmpty();
    var sealed =
        jdbc.sql("select sealed from journal_entry where id = ?")
            .param(entry)
            .query(byte[].class)
            .single();
    var place = new Place("journal_entry", entry, "sealed");
    for (var scope : Set.of(Scope.MESSAGES, Scope.SCORES, Scope.GOALS, Scope.QUESTIONNAIRE)) {
      var evidence = access.toRead(practice.signedIn(amara), mira, scope);
      assertThatThrownBy(() -> vault.open(evidence, new KeyScope.OfJournal(mira), place, sealed))
          .isInstanceOf(Refusal.class)
          .hasMessage("not-allowed");
    }
    assertThat(audit.listFor(mira, Set.of(AuditAction.CREATED), null, 50).records())
        .extracting(line -> line.entry().thing())
        .contains("journal.entry");
  }

  @Test
  void oneThatIsBroughtIsReadBeforeTheHourAndNotKeptAfterIt() {
    var brought = write("Canary: the harbour at night");
    write("Canary: the other one");
    var coming = book(amara);
    journal.bring(mira, brought);
    journal.bring(mira, brought);
    journal.change(mira, brought, "Canary: the harbour in the morning");

    assertThat(before(amara, coming).body())
        .contains("One entry from their journal", "Canary: the harbour in the morning")
        .doesNotContain("at night", "the other one", "Nothing noted");
    assertThat(pageOf(mira, "/agenda").body()).contains("the harbour in the morning");
    assertThat(pageOf(mira, "/journal").body()).contains("Comes along to your next hour");

    hold(coming);
    assertThat(before(amara, book(amara)).body()).doesNotContain("Canary");
    assertThat(journal.get(mira, brought).coming()).isFalse();
    assertThat(journal.get(mira, brought).takenTo()).contains(FIRST.plus(Duration.ofMinutes(50)));
    await().untilAsserted(() -> assertThat(copiesWithWords()).as("its hour is over").isZero());
    assertThat(pageOf(mira, "/journal").body()).contains("Brought on");
    journal.delete(mira, brought);
    assertThat(copies()).as("nothing is left of it").isZero();

    clock.set(FIRST.plus(Duration.ofMinutes(50)));
    var atTheEnd = write("Canary: as we said goodbye");
    journal.bring(mira, atTheEnd);
    assertThat(journal.get(mira, atTheEnd).coming()).as("it is for the next hour").isTrue();
  }

  @Test
  void oneThatIsLeftOutAgainOrDeletedBeforeTheHourIsNotThere() {
    var coming = book(amara);
    var first = write("Canary: the first");
    var second = write("Canary: the second");
    journal.bring(mira, first);
    journal.bring(mira, second);
    assertThat(before(amara, coming).body()).contains("2 entries from their journal");

    journal.leaveOut(mira, first);
    journal.delete(mira, second);
    assertThat(before(amara, coming).body()).doesNotContain("Canary");
    assertThat(copies()).isZero();
    assertThat(journal.list(mira, null).entries()).extracting(Entry::id).containsExactly(first);
  }

  @Test
  void whoChangesTherapistBringsAnewWhatTheNextOneShallRead() {
    var entry = write("Canary: the harbour");
    journal.bring(mira, entry);
    episodes.close(mira, amara);
    assertThatThrownBy(() -> journal.bring(mira, entry)).hasMessage("nobody-to-bring-to");
    clock.advance(Duration.ofMinutes(1));
    var ben = practice.therapist("Ben | taken 0 of 5");
    episodes.open(mira, ben);
    var coming = book(ben);

    assertThat(before(ben, coming).body()).doesNotContain("Canary");
    assertThat(journal.get(mira, entry).coming()).isFalse();
    journal.bring(mira, entry);
    assertThat(before(ben, coming).body()).contains("Canary: the harbour");
    assertThat(copies()).as("nobody reads the one for Amara any more").isEqualTo(1);
  }

  @Test
  void whoComesBackToATherapistShowsNothingOfBeforeToThemByThat() {
    var entry = write("Canary: the harbour");
    journal.bring(mira, entry);
    episodes.close(mira, amara);
    clock.advance(Duration.ofMinutes(1));
    episodes.open(mira, amara);
    assertThat(before(amara, book(amara)).body()).doesNotContain("Canary");
  }

  @Test
  void whatNeedsAnotherLookIsSaidAndKeptAndARequestSentTwiceWritesOnce() {
    var tooMuch = "x".repeat(Journal.MOST_CHARACTERS + 1);
    var bearer = practice.bearer(mira);
    var form = "application/x-www-form-urlencoded";
    var key = UUID.randomUUID();
    var nothing =
        new Visit(port)
            .call("POST", "/journal", form, "key=" + key + "&words=+", "Authorization", bearer);
    assertThat(nothing.status()).isEqualTo(422);
    assertThat(nothing.body()).contains("Please write something first.", key.toString());
    var tooLong =
        new Visit(port)
            .call(
                "POST",
                "/journal",
                form,
                "key=" + key + "&words=" + tooMuch,
                "Authorization",
                bearer);
    assertThat(tooLong.status()).isEqualTo(422);
    assertThat(tooLong.body()).contains("under 20,000 characters", tooMuch);

    var first = post(mira, key, "once");
    assertThat(first.status()).isEqualTo(201);
    assertThat(post(mira, key, "once").body()).isEqualTo(first.body());
    assertThat(post(mira, key, "twice").body()).contains("idempotency-key-reused");
    var noor = practice.clientOf(amara, "Noor");
    assertThat(post(noor, key, "hers").status()).as("a key is its writer's own").isEqualTo(201);
    var id = journal.list(mira, null).entries().getFirst().id();
    for (var method : new String[] {"GET", "DELETE"}) {
      assertThat(call(noor, method, PATH + "/" + id).status()).isEqualTo(404);
    }
    assertThat(call(noor, "PUT", PATH + "/" + id + "/brought").status()).isEqualTo(404);
    assertThat(journal.list(mira, null).entries()).hasSize(1);
  }

  @Test
  void aLongJournalComesInPagesAndErasingItsWriterEndsIt() {
    for (int i = 1; i <= Journal.PAGE + 1; i++) {
      write("Entry " + i + ".");
    }
    var page = journal.list(mira, null);
    assertThat(page.entries()).hasSize(Journal.PAGE);
    assertThat(page.entries().getFirst().text().all()).isEqualTo("Entry 21.");
    var older = journal.list(mira, page.next());
    assertThat(older.entries()).extracting(it -> it.text().all()).containsExactly("Entry 1.");
    assertThat(older.next()).isNull();
    assertThat(pageOf(mira, "/journal").body()).contains("/journal?before=" + page.next());
    assertThat(call(mira, "GET", PATH + "?cursor=" + page.next()).body()).contains("Entry 1.");

    vault.destroyKeysOf(mira);
    assertThatThrownBy(() -> journal.list(mira, null)).hasMessage("data-erased");
    assertThatThrownBy(() -> write("more")).hasMessage("data-erased");
  }

  private UUID write(String words) {
    return journal.write(mira, UUID.randomUUID(), words).id();
  }

  private AppointmentId book(TherapistId therapist) {
    return practice.appointment(mira, therapist, next.toString()).id();
  }

  private void hold(AppointmentId hour) {
    clock.set(next);
    sessions.arrive(hour, mira.person(), new Arrival("At home", "+49 30 1234567"));
    sessions.admit(hour, amara.person());
    clock.set(next.plus(Duration.ofMinutes(50)));
    sessions.end(hour, amara.person());
    clock.advance(Duration.ofMinutes(5));
    next = next.plus(Duration.ofDays(7));
  }

  private int copies() {
    return jdbc.sql("select count(*) from journal_brought where client = ?")
        .param(mira.value())
        .query(Integer.class)
        .single();
  }

  private int copiesWithWords() {
    return jdbc.sql("select count(*) from journal_brought where client = ? and sealed is not null")
        .param(mira.value())
        .query(Integer.class)
        .single();
  }

  private Visit.Answer before(TherapistId therapist, AppointmentId hour) {
    var answer =
        new Visit(port)
            .call(
                "GET",
                "/sessions/" + hour + "/before",
                "text/html",
                "",
                "Authorization",
                practice.bearer(therapist));
    assertThat(answer.status()).isEqualTo(200);
    return answer;
  }

  private Visit.Answer pageOf(ClientId client, String path) {
    return new Visit(port)
        .call("GET", path, "text/html", "", "Authorization", practice.bearer(client));
  }

  private Visit.Answer post(ClientId client, UUID key, String words) {
    return new Visit(port)
        .call(
            "POST",
            PATH,
            "application/json",
            "{\"words\":\"" + words + "\"}",
            "Authorization",
            practice.bearer(client),
            "Idempotency-Key",
            key.toString());
  }

  private Visit.Answer call(ClientId client, String method, String path) {
    return new Visit(port)
        .call(method, path, "application/json", "", "Authorization", practice.bearer(client));
  }
}
