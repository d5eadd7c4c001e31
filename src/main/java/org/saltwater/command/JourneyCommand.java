package org.saltwater.command;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.saltwater.journey.Journey;
import org.saltwater.journey.Operator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "journey",
    description = {
      "Plays a client and two therapists through the whole path against a running server, by its API.",
      "Prints each step with its time; exits with 0 if all went well, with 1 at the first surprise."
    },
    footer = {
      "",
      "A demo needs no flags. In a real practice say as whom, a coordinator or an operator:",
      "  SALTWATER_JOURNEY_PASSWORD      their password",
      "  SALTWATER_JOURNEY_CODE          the code their authenticator app shows now, or",
      "  SALTWATER_JOURNEY_TOTP_SECRET   the app's secret, to make the code from (for a timer)",
      "At a terminal, what is missing is asked for. The therapists are made for the journey, are licensed",
      "where nobody lives, and are gone when it ends: no client of the practice can meet them."
    },
    mixinStandardHelpOptions = true)
class JourneyCommand implements Callable<Integer> {
  private static final String PASSWORD = "SALTWATER_JOURNEY_PASSWORD";
  private static final String CODE = "SALTWATER_JOURNEY_CODE";
  private static final String SECRET = "SALTWATER_JOURNEY_TOTP_SECRET";

  @Option(
      names = "--url",
      paramLabel = "U",
      defaultValue = "http://localhost:8080",
      description = "Where the server is (default: ${DEFAULT-VALUE}).")
  private URI url = URI.create("http://localhost:8080");

  @Option(
      names = "--as",
      paramLabel = "EMAIL",
      description = "The coordinator or operator who begins it; not needed for a demo.")
  private @Nullable String email;

  @Override
  public Integer call() {
    return new Journey(address(), operator(), System.out, Clock.systemUTC()).run();
  }

  private URI address() {
    if (url.getHost() == null || url.getScheme() == null || !url.getScheme().startsWith("http")) {
      throw new StartRefused("--url is where the server is, such as https://care.example.");
    }
    return url;
  }

  private Operator operator() {
    if (email == null) {
      return new Operator.OfDemo();
    }
    var password =
        given(PASSWORD)
            .or(() -> asked("Password: "))
            .orElseThrow(
                () -> new StartRefused("Set " + PASSWORD + " to the password of " + email + "."));
    var secret = given(SECRET);
    var code = given(CODE).or(() -> secret.isPresent() ? Optional.empty() : asked("Code: "));
    return new Operator.Named(email, password, code, secret);
  }

  private static Optional<String> given(String variable) {
    return Optional.ofNullable(System.getenv(variable)).filter(value -> !value.isBlank());
  }

  private static Optional<String> asked(String prompt) {
    var console = System.console();
    if (console == null || !console.isTerminal()) {
      return Optional.empty();
    }
    return Optional.ofNullable(console.readPassword("%s", prompt))
        .map(String::new)
        .filter(text -> !text.isBlank());
  }
}
