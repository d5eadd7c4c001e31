package org.saltwater.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saltwater.testing.SaltwaterTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What every answer says to the browser, so that a page that was tricked can do no harm.
@SaltwaterTest
class HeadersTest {
  @LocalServerPort int port;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/begin",
        "/sign-in",
        "/help-now",
        "/library",
        "/privacy",
        "/home",
        "/nothing-is-here",
        "/demo/mail",
        "/api/v1/me",
        "/api/v1/crisis-lines",
        "/health",
        "/favicon.ico"
      })
  void nothingInlineNothingFromElsewhereNoReferrer(String path) throws Exception {
    var answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
                BodyHandlers.ofString());
    var policy = answer.headers().firstValue("Content-Security-Policy").orElse("none");

    assertThat(policy)
        .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe", "*", "http:", "https:");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.body())
        .doesNotContainPattern("<script(?![^>]*\\bsrc=)[^>]*>")
        .doesNotContainPattern("<[a-z][^>]*\\s(?:style|on[a-z]+)=")
        .doesNotContain("<style");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .allMatch(
            cookie ->
                cookie.startsWith("__Host-")
                    && cookie.contains("; Secure")
                    && cookie.contains("; HttpOnly")
                    && cookie.contains("; SameSite=Lax"));
  }
}
