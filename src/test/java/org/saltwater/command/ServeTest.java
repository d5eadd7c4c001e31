package org.saltwater.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saltwater.Saltwater;
import org.saltwater.demo.DemoData;
import org.saltwater.identity.NewPerson;
import org.saltwater.identity.People;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Role;
import org.saltwater.testing.TestDatabase;
import org.saltwater.vault.RootKey;
import org.saltwater.vault.RootKeyFile;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/// The platform as a practice runs it, and what it refuses to run on.
class ServeTest {
  private static final Redacted<String> PASSPHRASE = new Redacted<>("a passphrase for the test");
  private static final String PASSWORD = "the sea after rain, again";
  private static final Path DATA =
      Path.of("target", "test-data", "serve-" + UUID.randomUUID()).toAbsolutePath();

  private static HikariDataSource database;
  private static ConfigurableApplicationContext platform;

  private Installation installation;
  private MockEnvironment settings;
  private RootKey rootKey;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    RootKeyFile.make(RootKeyFile.fileIn(DATA), Optional.of(PASSPHRASE));
    platform =
        SpringApplication.run(
            Saltwater.class,
            "--server.port=0",
            "--saltwater.mode=serve",
            "--saltwater.data=" + DATA,
            "--saltwater.address=https://care.example",
            "--saltwater.vault.passphrase=" + PASSPHRASE.value(),
            "--saltwater.first-operator=ada@care.example",
            "--spring.mail.host=127.0.0.1",
            "--spring.mail.port=1",
            "--saltwater.database.url="
                + database
                    .getJdbcUrl()
                    .replace(
                        "jdbc:postgresql://",
                        "postgresql://%s:%s@"
                            .formatted(database.getUsername(), database.getPassword())));
  }

  @AfterAll
  static void stop() {
    platform.close();
    database.close();
  }

  @BeforeEach
  void allIsWell() {
    installation = platform.getBean(Installation.class);
    rootKey = platform.getBean(RootKey.class);
    settings =
        new MockEnvironment()
            .withProperty("saltwater.address", "https://care.example")
            .withProperty("spring.mail.host", "127.0.0.1")
            .withProperty("saltwater.first-operator", "ada@care.example");
  }

  @Test
  void withEverythingInItsPlaceItRuns() {
    assertThatCode(this::check).doesNotThrowAnyException();
    assertThat(platform.getBean(People.class).findByEmail("ada@care.example")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "saltwater.address, '', SALTWATER_ADDRESS is missing",
    "spring.mail.host, ' ', SPRING_MAIL_HOST",
    "saltwater.rate-limits, false, rate limits are off",
    "saltwater.first-operator, '', SALTWATER_FIRST_OPERATOR"
  })
  void aSettingThatIsMissingIsNamed(String name, String value, String said) {
    settings.setProperty(name, value);
    assertThatThrownBy(this::check).isInstanceOf(StartRefused.class).hasMessageContaining(said);
  }

  @Test
  void anAddressWithoutEncryptionIsRefused() {
    for (var address : List.of("http://care.example", "https:care.example")) {
      installation =
          new Installation(Installation.Mode.SERVE, DATA, URI.create(address), "Blue Harbour");
      assertThatThrownBy(this::check)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("https://");
    }
  }

  @Test
  void aRootKeyInPlainTextIsRefused() {
    rootKey = RootKeyFile.make(DATA.resolve(UUID.randomUUID() + ".json"), Optional.empty());
    assertThatThrownBy(this::check)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("lies readable");
  }

  @Test
  void theDemosPeopleAreRefused() {
    var jdbc = platform.getBean(JdbcClient.class);
    jdbc.sql("insert into demo_marker (began_at, therapists) values (now(), 40)").update();
    try {
      assertThatThrownBy(this::check)
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("invented people");
    } finally {
      jdbc.sql("delete from demo_marker").update();
    }
  }

  @Test
  void aDemoDoesNotBeginAmongRealPeopleNotEvenInvitedOnes() {
    installation =
        new Installation(
            Installation.Mode.DEMO, DATA, URI.create("http://localhost:8080"), "Blue Harbour");
    assertThatThrownBy(this::check)
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("real practice");
  }

  @Test
  void browsersAreToldToKeepToThisOriginAndToHttps() throws Exception {
    var page = send(request("/how-it-works").GET());

    assertThat(header(page, "Strict-Transport-Security")).contains("max-age=63072000");
    assertThat(header(page, "Content-Security-Policy"))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe", "http:", "https:", "*");
    assertThat(header(page, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(page, "Permissions-Policy")).contains("geolocation=()");
    assertThat(page.headers().allValues("Set-Cookie"))
        .as("a visitor is given nothing but what guards a form")
        .allMatch(line -> line.startsWith("__Host-csrf="));
  }

  @Test
  void cookiesAreForThisHostAloneAndNotForScripts() throws Exception {
    var email = register();
    var form = send(request("/sign-in").GET());
    var csrf = cookie(form, "__Host-csrf");
    assertSafe(csrf);
    var token = form.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");

    var signedIn =
        send(
            request("/sign-in")
                .header("Cookie", csrf.split(";")[0])
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "_csrf=%s&email=%s&password=%s"
                            .formatted(
                                token, email, PASSWORD.replace(" ", "+").replace(",", "%2C")))));

    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertSafe(cookie(signedIn, "__Host-saltwater"));
  }

  private static void assertSafe(String cookie) {
    assertThat(cookie)
        .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
        .doesNotContain("Domain");
  }

  private static String cookie(HttpResponse<String> answer, String name) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(line -> line.startsWith(name + "=") && !line.startsWith(name + "=;"))
        .findFirst()
        .orElseThrow();
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static HttpRequest.Builder request(String path) {
    var port = platform.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("X-Forwarded-Proto", "https");
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static String register() {
    var email = UUID.randomUUID() + "@example.org";
    platform
        .getBean(People.class)
        .register(
            new NewPerson(
                PersonId.random(),
                "Robin",
                email,
                Set.of(Role.CLIENT),
                ZoneId.of("Europe/Berlin"),
                new Redacted<>(PASSWORD)));
    return email;
  }

  private void check() {
    new ReadyToServe(
            installation,
            rootKey,
            platform.getBean(DemoData.class),
            platform.getBean(People.class),
            settings)
        .afterSingletonsInstantiated();
  }
}
