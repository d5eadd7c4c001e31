package org.saltwater.care.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saltwater.care.CarePractice;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Cursor;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.messaging.Conversations;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskLevel;
import org.saltwater.safety.RiskSource;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The longest lists of the API come in pages.
@SaltwaterTest
class ListsInPagesTest {
  private static final int MANY = Cursor.PAGE + 3;

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired TestClock clock;
  private CarePractice practice;

  @BeforeEach
  void open() {
    clock.reset();
    practice = new CarePractice(context);
  }

  @Test
  void clientsAndConversationsOfATherapist() {
    var amara = practice.therapist("Amara | taken 0 of 5");
    for (var number = 0; number < MANY; number++) {
      var client = ClientId.random();
      practice.get(Episodes.class).open(client, amara);
      practice.get(Conversations.class).open(client, amara);
    }
    assertThat(ids(amara.person(), "/api/v1/clients", "clients", "client")).hasSize(MANY);
    assertThat(ids(amara.person(), "/api/v1/conversations", "conversations", "id")).hasSize(MANY);
  }

  @Test
  void openFlags() {
    var coordinator = practice.person("Noor", Role.COORDINATOR);
    for (var number = 0; number < MANY; number++) {
      practice
          .get(RiskFlags.class)
          .raise(ClientId.random(), RiskLevel.LOW, RiskSource.QUESTIONNAIRE);
    }
    assertThat(ids(coordinator, "/api/v1/risk-flags", "flags", "id")).hasSize(MANY);
  }

  @Test
  void whatIsNoCursorIsRefusedEverywhere() {
    var amara = practice.therapist("Amara | taken 0 of 5");
    for (var list : new String[] {"clients", "conversations", "handovers", "risk-flags"}) {
      var answer = get(amara.person(), "/api/v1/" + list + "?cursor=nonsense");
      assertThat(answer.status()).as(list).isEqualTo(422);
      assertThat(answer.body()).as(list).contains("\"field\":\"cursor\"");
    }
    assertThat(get(amara.person(), "/api/v1/handovers").body())
        .isEqualTo("{\"handovers\":[],\"next\":null}");
  }

  /// Page by page, at most a page at a time.
  private Set<String> ids(PersonId person, String path, String list, String id) {
    var seen = new LinkedHashSet<String>();
    JsonNode page = JsonMapper.shared().readTree(get(person, path).body());
    while (true) {
      assertThat(page.get(list).size()).isLessThanOrEqualTo(Cursor.PAGE);
      page.get(list).forEach(it -> assertThat(seen.add(it.get(id).asString())).isTrue());
      if (page.get("next").isNull()) {
        return seen;
      }
      page =
          JsonMapper.shared()
              .readTree(get(person, path + "?cursor=" + page.get("next").asString()).body());
    }
  }

  private Visit.Answer get(PersonId person, String path) {
    return new Visit(port).json("GET", path, "", "Authorization", practice.bearer(person));
  }
}
