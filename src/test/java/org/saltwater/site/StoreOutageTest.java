package org.saltwater.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.Saltwater;
import org.saltwater.testing.Cable;
import org.saltwater.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// The platform as it is started for real, with a cable to its store that can be pulled.
@Tag("journey")
class StoreOutageTest {
  private static Cable cable;
  private static ConfigurableApplicationContext platform;
  private static String address;

  @BeforeAll
  static void start() {
    try (var database = TestDatabase.fresh()) {
      var real = URI.create(database.getJdbcUrl().substring("jdbc:".length()));
      cable = new Cable(real.getPort());
      platform =
          SpringApplication.run(
              Saltwater.class,
              "--server.port=0",
              "--saltwater.mode=demo",
              "--saltwater.data=" + Path.of("target", "test-data", "outage").toAbsolutePath(),
              "--saltwater.database.url=postgresql://%s:%s@127.0.0.1:%d%s"
                  .formatted(
                      database.getUsername(),
                      database.getPassword(),
                      cable.port(),
                      real.getPath()));
    }
    address = "http://localhost:" + platform.getEnvironment().getProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    platform.close();
    cable.close();
  }

  @Test
  void withoutItsStoreThePlatformSaysSoQuicklyAndRecoversByItself() throws Exception {
    assertThat(get("/health").statusCode()).isEqualTo(200);
    cable.pull();

    var began = System.nanoTime();
    // The first one who notices waits for the pool; nobody after them does.
    var page = get("/demo/mail");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("We can’t reach your data right now", "/help-now");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    var problem = get("/api/v1/home");
    assertThat(problem.statusCode()).isEqualTo(503);
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(problem.body()).contains("\"type\":\"/problems/store-unavailable\"");
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    await().untilAsserted(() -> assertThat(get("/health").statusCode()).isEqualTo(503));
    await().untilAsserted(() -> assertThat(get("/").statusCode()).isEqualTo(503));
    assertThat(get("/css/saltwater.css").statusCode()).isEqualTo(200);
    var help = get("/help-now");
    assertThat(help.statusCode()).isEqualTo(200);
    assertThat(help.body()).contains("tel:988", "sms:85258?body=SHOUT", "not an emergency service");

    cable.putBack();
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(get("/").statusCode()).isEqualTo(200));
    await().untilAsserted(() -> assertThat(get("/health").statusCode()).isEqualTo(200));
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address + path))
                .header("Cookie", "__Host-saltwater=of-someone")
                .build(),
            BodyHandlers.ofString());
  }
}
