package org.saltwater.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.CarePractice;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SaltwaterTest
class FiguresTest {
  private static final Instant NOW = Instant.parse("2026-11-24T11:00:00Z");

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired AuditLog audit;
  @Autowired Reports reports;
  @Autowired Gathering gathering;
  @Autowired Cases cases;
  @Autowired Intakes intakes;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @Test
  void onlyACoordinatorReadsTheReport() {
    for (var role : EnumSet.complementOf(EnumSet.of(Role.COORDINATOR))) {
      assertThatThrownBy(() -> reports.read(someone(role))).isInstanceOf(Refusal.class);
      assertThatThrownBy(() -> reports.export(someone(role))).isInstanceOf(Refusal.class);
    }
    assertThat(reports.read(someone(Role.COORDINATOR))).isNotNull();
  }

  @Test
  void whatIsKeptTellsNothingOfWhoseItIsAndOpensAgain() {
    var drawn = draw(40);
    cases.replaceAll(drawn, NOW);
    assertThat(cases.find().orElseThrow().cases()).containsExactlyInAnyOrderElementsOf(drawn);
    assertThat(
            jdbc.sql(
                    "select column_name from information_schema.columns where table_name ="
                        + " 'figures_case'")
                .query(String.class)
                .list())
        .containsExactly("sealed");
    var stored = jdbc.sql("select sealed from figures_case").query((row, _) -> row.getBytes(1));
    assertThat(stored.list())
        .noneMatch(it -> new String(it, StandardCharsets.ISO_8859_1).contains("phq-9"));
    var before = stored.list().stream().map(Arrays::hashCode).toList();
    cases.replaceAll(drawn, NOW);
    assertThat(stored.list().stream().map(Arrays::hashCode).toList())
        .as("written anew, so nobody sees whose has changed")
        .doesNotContainAnyElementsOf(before);
  }

  @Test
  void aRowThatWasChangedDoesNotOpen() {
    cases.replaceAll(draw(10), NOW);
    jdbc.sql("update figures_case set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)")
        .update();
    assertThatThrownBy(() -> cases.find()).hasRootCauseInstanceOf(Exception.class);
    cases.replaceAll(List.of(), NOW);
  }

  @Test
  void whoDidNotAgreeIsNotCountedAndWhoTakesTheirYesBackIsNotCountedAnyMore() {
    clock.reset();
    var practice = new CarePractice(context);
    var mira = practice.clientOf(practice.therapist("Amara | taken 0 of 5"), "Mira");
    var before = gathering.gather().orElseThrow();
    var bearer = practice.bearer(mira);
    assertThat(page(bearer)).contains("You are not counted in them.");
    call("POST", "/record/figures", "application/x-www-form-urlencoded", "agreed=true", bearer);
    assertThat(page(bearer)).contains("You are counted in them.");
    assertThat(intakes.get(mira).completedAt()).isPresent();
    assertThat(gathering.gather()).contains(before + 1);
    var turn =
        "update intake_intake set sealed = set_byte(sealed, 20, get_byte(sealed, 20) # 1)"
            + " where client = ?";
    jdbc.sql(turn).param(mira.value()).update();
    assertThat(gathering.gather()).as("a damaged row stops nobody else").contains(before);
    jdbc.sql(turn).param(mira.value()).update();
    call("PUT", "/api/v1/record/figures", "application/json", "{\"agreed\":false}", bearer);
    assertThat(page(bearer)).contains("You are not counted in them.");
    assertThat(gathering.gather()).contains(before);
    assertThat(
            audit.listFor(mira, EnumSet.allOf(AuditAction.class), null, 50).records().stream()
                .map(line -> line.entry())
                .filter(entry -> entry.thing().equals("figures.consent")))
        .extracting(entry -> entry.action())
        .containsExactly(AuditAction.CONSENT_WITHDRAWN, AuditAction.CONSENT_GIVEN);
  }

  private String page(String bearer) {
    return call("GET", "/record", "text/html", "", bearer);
  }

  private String call(String method, String path, String type, String body, String bearer) {
    var answer = new Visit(port).call(method, path, type, body, "Authorization", bearer);
    assertThat(answer.status()).isLessThan(400);
    return answer.body();
  }

  private static List<Case> draw(int count) {
    var random = new SplittableRandom(7);
    var drawn = new ArrayList<Case>();
    for (var i = 0; i < count; i++) {
      drawn.add(CountingTest.drawn(random));
    }
    return drawn;
  }

  private static SignedIn someone(Role role) {
    return new SignedIn(PersonId.random(), "Robin", Set.of(role), ZoneId.of("UTC"));
  }
}
