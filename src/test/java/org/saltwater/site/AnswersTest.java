package org.saltwater.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.Visit;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What is answered where no handler of ours has a say.
@SaltwaterTest
class AnswersTest {
  @LocalServerPort int port;

  @Test
  void eachWayOfAskingWronglyKeepsItsOwnStatus() {
    var program = new Visit(port);
    expect(program.json("PATCH", "/api/v1/sign-ins", "{}"), 405, "method-not-allowed");
    expect(
        program.call("POST", "/api/v1/sign-ins", "text/csv", "a,b"), 415, "unsupported-media-type");
    expect(
        program.call("GET", "/api/v1/instruments", "application/json", "", "Accept", "text/csv"),
        406,
        "not-acceptable");
    var large = "{\"email\":\"" + "x".repeat(1_100_000) + "\"}";
    expect(program.json("POST", "/api/v1/sign-ins", large), 413, "too-large");
    expect(program.json("GET", "/api/v1/nothing", ""), 404, "not-found");
  }

  @Test
  void theLanguageOfTheBrowserDoesNotPutGermanDatesBesideEnglishWords() {
    var page =
        new Visit(port)
            .call("GET", "/how-it-works", "text/html", "", "Accept-Language", "de-DE,de;q=0.9");

    assertThat(page.body()).contains("<html lang=\"en\">", "How it works");
  }

  private static void expect(Visit.Answer answer, int status, String type) {
    assertThat(answer.status()).as(type).isEqualTo(status);
    assertThat(answer.body()).contains("\"type\":\"/problems/" + type + "\"");
  }
}
