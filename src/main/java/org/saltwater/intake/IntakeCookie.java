package org.saltwater.intake;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Knows a questionnaire by its cookie or header.
@Component
public class IntakeCookie implements IntakeVisits {
  /// What an API client sends instead of the cookie.
  public static final String HEADER = "Intake-Token";

  private static final String NAME = "__Host-intake";

  private final IntakeTokens tokens;
  private final People people;

  IntakeCookie(IntakeTokens tokens, People people) {
    this.tokens = tokens;
    this.people = people;
  }

  @Override
  public Optional<ClientId> find(HttpServletRequest request) {
    var person = person(request.getUserPrincipal());
    if (person != null) {
      return person.is(Role.CLIENT) ? Optional.of(person.client()) : Optional.empty();
    }
    // On a shared computer the cookie outlives the visit: with an account, only signing in opens
    // the answers again.
    return token(request)
        .flatMap(tokens::findVisit)
        .filter(client -> people.find(client.person()).isEmpty());
  }

  /// Lets this browser find its questionnaire again.
  public void keep(HttpServletResponse response, IntakeToken token) {
    write(response, token.value(), IntakeTokens.VISIT_WORTH);
  }

  /// Begins the time anew for which this browser finds its questionnaire: whoever still answers is
  /// not left behind. Does nothing for a visitor without one.
  public void renew(HttpServletRequest request, HttpServletResponse response) {
    token(request).filter(tokens::renewVisit).ifPresent(token -> keep(response, token));
  }

  public void forget(HttpServletResponse response) {
    write(response, "", Duration.ZERO);
  }

  private static void write(HttpServletResponse response, String value, Duration age) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME, value)
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(age)
            .build()
            .toString());
  }

  private static Optional<IntakeToken> token(HttpServletRequest request) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    return Stream.concat(
            Optional.ofNullable(request.getHeader(HEADER)).stream(),
            Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue))
        .filter(value -> !value.isBlank())
        .findFirst()
        .map(IntakeToken::new);
  }

  private static @Nullable SignedIn person(@Nullable Principal principal) {
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }
}
