package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.testing.SaltwaterTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What it costs to know who asks.
@SaltwaterTest
class SignedInCostTest {
  private static final int ROUNDS = 400;
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired JdbcClient jdbc;

  @Test
  void aSignedInPageCostsAtMostTwiceAnAnonymousOneAndWritesNothing() throws Exception {
    var token = signIn();
    var anonymous = request("");
    var signedIn = request("__Host-saltwater=" + token);
    for (int i = 0; i < ROUNDS; i++) {
      nanos(anonymous);
      nanos(signedIn);
    }
    var rowBefore = rows();
    var times = new long[2][ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      times[0][i] = nanos(anonymous);
      times[1][i] = nanos(signedIn);
    }
    for (var each : times) {
      Arrays.sort(each);
    }
    double ratio = (double) times[1][ROUNDS / 2] / times[0][ROUNDS / 2];
    System.out.printf(
        "signed-in page: median %d µs, anonymous %d µs, ratio %.2f%n",
        times[1][ROUNDS / 2] / 1_000, times[0][ROUNDS / 2] / 1_000, ratio);

    assertThat(ratio).isLessThanOrEqualTo(2.0);
    assertThat(rows()).as("the version of each stored sign-in").isEqualTo(rowBefore);
  }

  private String signIn() {
    var id = PersonId.random();
    people.addAll(
        List.of(
            new Person(id, "Robin", id + "@example.org", Set.of(Role.CLIENT), ZoneId.of("UTC"))));
    return signIns.issue(id, "Test").value();
  }

  /// PostgreSQL changes `xmin` with every write to a row.
  private List<String> rows() {
    return jdbc.sql("select id || ' ' || xmin from identity_sign_in order by id")
        .query(String.class)
        .list();
  }

  private HttpRequest request(String cookie) {
    var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/privacy"));
    return (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build();
  }

  private long nanos(HttpRequest request) throws IOException, InterruptedException {
    long from = System.nanoTime();
    assertThat(http.send(request, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(200);
    return System.nanoTime() - from;
  }
}
