package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.saltwater.testing.SaltwaterTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SaltwaterTest
class FrontPageTest {
  @LocalServerPort int port;

  @Test
  void aVisitorIsWelcomedAndAnUnknownAddressIsAnsweredKindly() throws Exception {
    assertThat(get("/")).contains("200 ", "A person to talk to");
    assertThat(get("/nowhere")).contains("404 ", "This page is not here");
    assertThat(get("/api/v1/nowhere")).contains("404 ", "\"type\":\"/problems/not-found\"");
  }

  @Test
  void theIconIsFoundUnderTheNameThatBrowsersAskFor() throws Exception {
    var answer =
        HttpClient.newBuilder()
            .followRedirects(Redirect.ALWAYS)
            .build()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/favicon.ico"))
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/svg+xml");
  }

  private String get(String path) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString());
    return answer.statusCode() + " " + answer.headers().map() + answer.body();
  }
}
