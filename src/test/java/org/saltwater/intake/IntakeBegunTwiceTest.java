package org.saltwater.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SaltwaterTest
class IntakeBegunTwiceTest {
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort int port;

  @Test
  void aBeginningWhoseAnswerWasLostCanBeSentAgainUntilSomethingIsAnswered() {
    var key = UUID.randomUUID().toString();
    var lost = read(begin(key));
    var again = read(begin(key));

    assertThat(again.get("intake")).isEqualTo(lost.get("intake"));
    assertThat(look(lost).status()).as("the lost token opens nothing").isEqualTo(404);
    assertThat(look(again).status()).isEqualTo(200);

    var answers = "{\"group\":\"about-you\",\"answers\":{\"adult\":[\"yes\"],\"place\":[\"DE\"]}}";
    var path = "/api/v1/intakes/" + again.get("intake").asString() + "/answers";
    assertThat(visit().json("PUT", path, answers, "Intake-Token", token(again)).status())
        .isEqualTo(200);
    assertThat(begin(key).body()).contains("/problems/idempotency-key-reused");
    assertThat(look(again).status()).as("the answers stay where they are").isEqualTo(200);
  }

  @Test
  void twoWithoutAKeyAreTwo() {
    var one = read(visit().json("POST", "/api/v1/intakes", ""));
    var other = read(visit().json("POST", "/api/v1/intakes", ""));
    assertThat(other.get("intake")).isNotEqualTo(one.get("intake"));
  }

  private Visit.Answer begin(String key) {
    return visit().json("POST", "/api/v1/intakes", "", "Idempotency-Key", key);
  }

  private Visit.Answer look(JsonNode begun) {
    return visit()
        .json(
            "GET",
            "/api/v1/intakes/" + begun.get("intake").asString(),
            "",
            "Intake-Token",
            token(begun));
  }

  private static String token(JsonNode begun) {
    return begun.get("token").asString();
  }

  private static JsonNode read(Visit.Answer answer) {
    assertThat(answer.status()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private Visit visit() {
    return new Visit(port);
  }
}
