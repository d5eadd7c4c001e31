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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.Saltwater;
import org.saltwater.database.EmbeddedPostgres;
import org.saltwater.testing.Cable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// A PostgreSQL that takes what it is given and never answers, which is worse than one that is
// gone;
/// and one that is stopped properly and started again.
@Tag("journey")
class StoreHangTest {
  /// A statement under way is given up after 20 seconds; everyone else is told much sooner.
  private static final Duration AT_MOST = Duration.ofSeconds(25);

  private static final Path FOLDER =
      Path.of("target", "test-data", "hang-" + UUID.randomUUID()).toAbsolutePath();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static EmbeddedPostgres postgres;
  private static Cable cable;
  private static ConfigurableApplicationContext platform;

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.startIn(FOLDER.resolve("store"));
    cable = new Cable(port());
    platform =
        SpringApplication.run(
            Saltwater.class,
            "--server.port=0",
            "--saltwater.mode=demo",
            "--saltwater.data=" + FOLDER,
            "--saltwater.database.url=postgresql://%s:%s@127.0.0.1:%d/postgres"
                .formatted(postgres.user(), postgres.password(), cable.port()));
  }

  @AfterAll
  static void stop() {
    platform.close();
    cable.close();
    postgres.close();
  }

  @Test
  void aPostgresThatHangsIsToldKindlyWithinABoundedTimeAndHelpIsThereAtOnce() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(200);
    signal("STOP");
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var pages = IntStream.range(0, 30).mapToObj(i -> crowd.submit(() -> timed("/"))).toList();
      var help = timed("/help-now");
      assertThat(help.answer.statusCode()).isEqualTo(200);
      assertThat(help.took).isLessThan(Duration.ofSeconds(2));
      for (var page : pages) {
        var it = page.get(60, TimeUnit.SECONDS);
        assertThat(it.answer.statusCode()).isEqualTo(503);
        assertThat(it.answer.body()).contains("We can’t reach your data right now", "/help-now");
        assertThat(it.took).isLessThan(AT_MOST);
      }
      var later = timed("/");
      assertThat(later.answer.statusCode()).isEqualTo(503);
      assertThat(later.took).as("once it is known").isLessThan(Duration.ofSeconds(2));
      assertThat(get("/health").statusCode()).isEqualTo(503);
    } finally {
      signal("CONT");
    }
    assertRecovers();
  }

  @Test
  void aPostgresThatIsStoppedAndStartedAgainIsToldKindlyAndFoundAgain() throws Exception {
    assertThat(get("/").statusCode()).isEqualTo(200);
    postgres.close();

    await().atMost(AT_MOST).untilAsserted(() -> assertThat(kindStatus()).isEqualTo(503));
    assertThat(timed("/help-now").took).isLessThan(Duration.ofSeconds(2));
    assertThat(get("/api/v1/home").body()).contains("store-unavailable");

    postgres = EmbeddedPostgres.startIn(FOLDER.resolve("store"));
    cable.leadTo(port());
    assertRecovers();
  }

  private static void assertRecovers() {
    await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(kindStatus()).isEqualTo(200));
    await().untilAsserted(() -> assertThat(get("/health").statusCode()).isEqualTo(200));
  }

  /// Never anything but the page, or that it can't be shown now.
  private static int kindStatus() throws IOException, InterruptedException {
    var status = get("/").statusCode();
    assertThat(status).isIn(200, 503);
    return status;
  }

  private record Timed(HttpResponse<String> answer, Duration took) {}

  private static Timed timed(String path) throws IOException, InterruptedException {
    var from = System.nanoTime();
    var answer = get(path);
    return new Timed(answer, Duration.ofNanos(System.nanoTime() - from));
  }

  /// With a cookie, so that a sign-in is looked for in the store.
  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    var address =
        "http://localhost:" + platform.getEnvironment().getProperty("local.server.port") + path;
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Cookie", "__Host-saltwater=of-someone")
            .timeout(Duration.ofSeconds(60))
            .build(),
        BodyHandlers.ofString());
  }

  /// To PostgreSQL and each process it has for a connection.
  private static void signal(String name) throws IOException, InterruptedException {
    var first = ProcessHandle.of(postgres.processId()).orElseThrow();
    var command = new ArrayList<>(List.of("kill", "-" + name));
    Stream.concat(Stream.of(first), first.descendants())
        .forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command).start().waitFor(5, TimeUnit.SECONDS);
  }

  private static int port() {
    return URI.create(postgres.url("postgres").substring("jdbc:".length())).getPort();
  }
}
