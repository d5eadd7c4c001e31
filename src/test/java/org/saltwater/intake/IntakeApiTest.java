package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.safety.Contacts;
import org.saltwater.safety.OnCall;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questionnaire for programs, and the flags that come of it.
@SaltwaterTest
@Tag("safety")
class IntakeApiTest extends IntakeOnTheWeb {
  @Autowired SignIns signIns;
  @Autowired OnCall onCall;
  @Autowired Contacts contacts;

  @Test
  void aProgramWalksTheSameWayWithItsToken() {
    var program = new Visit(port);
    var begun = json(program.json("POST", "/api/v1/intakes", ""));
    var path = "/api/v1/intakes/" + begun.get("intake").asString();
    var token = begun.get("token").asString();
    assertThat(program.json("GET", path, "").status()).isEqualTo(404);
    assertThat(program.json("GET", path, "", "Intake-Token", "y".repeat(43)).status())
        .isEqualTo(404);
    assertThat(json(program.json("GET", path, "", "Intake-Token", token)).get("next").asString())
        .isEqualTo("about-you");
    assertThat(program.json("GET", path + "/questionnaire", "", "Intake-Token", token).body())
        .contains("Little interest or pleasure in doing things", "California");

    var slip =
        program.json(
            "PUT",
            path + "/answers",
            "{\"group\":\"about-you\",\"answers\":{\"adult\":[\"yes\"]}}",
            "Intake-Token",
            token);
    assertThat(slip.status()).isEqualTo(422);
    assertThat(slip.body()).contains("\"field\":\"place\"", "Please choose an answer");
    assertThat(
            program
                .json("PUT", path + "/answers", "{\"group\":null}", "Intake-Token", token)
                .status())
        .isEqualTo(422);
    assertThat(program.json("POST", path + "/completion", "", "Intake-Token", token).status())
        .isEqualTo(409);
    for (var line : TypedAnswers.SHORTEST.strip().split("\n")) {
      var page = line.strip().split(": ", 2);
      var body =
          JsonMapper.shared().writeValueAsString(new Order(page[0], TypedAnswers.answers(page[1])));
      assertThat(program.json("PUT", path + "/answers", body, "Intake-Token", token).status())
          .as(page[0])
          .isEqualTo(200);
    }
    var risky =
        program.json(
            "PUT",
            path + "/answers",
            "{\"group\":\"self-harm\",\"answers\":{\"self-harm.recent\":[\"3\"]}}",
            "Intake-Token",
            token);
    assertThat(json(risky).get("help").asBoolean()).isTrue();
    assertThat(
            program
                .json("PUT", path + "/contact", "{\"howToReach\":\" \"}", "Intake-Token", token)
                .status())
        .isEqualTo(422);
    assertThat(
            program
                .json("PUT", path + "/contact", "{\"howToReach\":\"0151\"}", "Intake-Token", token)
                .status())
        .isEqualTo(204);
    assertThat(program.json("POST", path + "/completion", "", "Intake-Token", token).status())
        .isEqualTo(204);
    assertThat(program.json("DELETE", path, "", "Intake-Token", token).status()).isEqualTo(204);
    assertThat(program.json("GET", path, "", "Intake-Token", token).status()).isEqualTo(404);
  }

  @Test
  void whoHasAQuestionnaireIsToldSoAndGetsNoSecondOne() {
    var token = signIns.issue(person(Role.CLIENT), "test").value();
    var bearer = "Bearer " + token;
    var key = UUID.randomUUID().toString();
    var first = begin(bearer, key);
    assertThat(first.status()).isEqualTo(201);
    var again = begin(bearer, key);
    assertThat(again.status()).as("the same request").isEqualTo(201);
    assertThat(json(again).get("intake")).isEqualTo(json(first).get("intake"));

    for (var other : new String[] {UUID.randomUUID().toString(), ""}) {
      var second = begin(bearer, other);
      assertThat(second.status()).isEqualTo(409);
      assertThat(second.body()).contains("/problems/intake-exists", "You have begun already");
    }
    var therapist = "Bearer " + signIns.issue(person(Role.THERAPIST), "test").value();
    assertThat(begin(therapist, "").status()).isEqualTo(403);
  }

  private Visit.Answer begin(String bearer, String key) {
    return key.isEmpty()
        ? new Visit(port).json("POST", "/api/v1/intakes", "", "Authorization", bearer)
        : new Visit(port)
            .json("POST", "/api/v1/intakes", "", "Authorization", bearer, "Idempotency-Key", key);
  }

  @Test
  void scoringStoresNothingAndRefusesWhatNoItemOffers() {
    var program = new Visit(port);
    assertThat(program.json("GET", "/api/v1/instruments", "").body())
        .contains("\"id\":\"gad-7\"", "69689-8");
    var score =
        program.json(
            "POST",
            "/api/v1/instruments/phq-4/score",
            "{\"answers\":{\"gad-7.1\":3,\"gad-7.2\":0,\"phq-9.1\":0,\"phq-9.2\":0}}");
    assertThat(score.body()).contains("\"value\":3", "\"Mild\"", "\"screen\"");
    assertThat(
            program
                .json("POST", "/api/v1/instruments/phq-4/score", "{\"answers\":{\"gad-7.1\":7}}")
                .status())
        .isEqualTo(422);
    assertThat(
            program
                .json("POST", "/api/v1/instruments/phq-4/score", "{\"answers\":{\"gad-7.1\":null}}")
                .status())
        .isEqualTo(422);
    assertThat(
            program.json("POST", "/api/v1/instruments/nothing/score", "{\"answers\":{}}").status())
        .isEqualTo(404);
  }

  @Test
  void onlyWhoeverFollowsUpSeesAFlagAndReadsHowToReachSomeoneAndThatIsWrittenDown() {
    var program = new Visit(port);
    var begun = json(program.json("POST", "/api/v1/intakes", ""));
    var path = "/api/v1/intakes/" + begun.get("intake").asString();
    for (var line : TypedAnswers.SHORTEST.strip().split("\n")) {
      var page = line.strip().split(": ", 2);
      program.json(
          "PUT",
          path + "/answers",
          JsonMapper.shared().writeValueAsString(new Order(page[0], TypedAnswers.answers(page[1]))),
          "Intake-Token",
          begun.get("token").asString());
    }
    program.json(
        "PUT",
        path + "/answers",
        "{\"group\":\"self-harm\",\"answers\":{\"self-harm.recent\":[\"2\"]}}",
        "Intake-Token",
        begun.get("token").asString());
    var client = ClientId.of(begun.get("client").asString());
    contacts.leave(client, "0151 canary");

    var therapist = person(Role.THERAPIST);
    var coordinator = person(Role.COORDINATOR);
    assertThat(asOf(therapist, "GET", "/api/v1/risk-flags")).doesNotContain(client.toString());
    var flags = asOf(coordinator, "GET", "/api/v1/risk-flags");
    assertThat(flags)
        .contains(client.toString(), "\"MODERATE\"")
        .doesNotContain("self-harm", "canary");
    var flag =
        jdbc.sql("select id from safety_risk_flag where client = ?")
            .param(client.value())
            .query(UUID.class)
            .single();
    assertThat(asOf(therapist, "POST", "/api/v1/risk-flags/" + flag + "/reach"))
        .contains("not-found");

    onCall.add(therapist, clock.instant(), clock.instant().plus(Duration.ofHours(8)), coordinator);
    assertThat(asOf(therapist, "GET", "/api/v1/risk-flags")).contains(client.toString());
    assertThat(asOf(therapist, "POST", "/api/v1/risk-flags/" + flag + "/reach"))
        .contains("0151 canary");
    assertThat(
            jdbc.sql(
                    "select count(*) from audit_entry where thing = 'safety.contact' and actor = ?")
                .param(therapist.value())
                .query(Integer.class)
                .single())
        .isEqualTo(1);
    assertThat(asOf(person(Role.CLIENT), "GET", "/api/v1/risk-flags")).contains("not-allowed");
  }

  record Order(String group, Map<String, List<String>> answers) {}

  private String asOf(PersonId person, String method, String path) {
    var token = signIns.issue(person, "test").value();
    return new Visit(port).json(method, path, "", "Authorization", "Bearer " + token).body();
  }

  private PersonId person(Role role) {
    var id = PersonId.random();
    people.register(
        new NewPerson(
            id,
            "Robin",
            id + "@example.org",
            Set.of(role),
            ZoneOffset.UTC,
            new Redacted<>("a long enough sentence")));
    return id;
  }

  private static JsonNode json(Visit.Answer answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
