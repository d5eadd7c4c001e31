package org.saltwater.sessions.company;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.saltwater.kernel.Redacted;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// Knows somebody without an account by what their link was changed into: a cookie of that one
/// hour, which ends with it, or a header.
@Component
public class AlongCookie {
  /// What a program sends instead of the cookie.
  public static final String HEADER = "Company-Token";

  private static final String NAME = "__Host-along-";

  private final Clock clock;

  AlongCookie(Clock clock) {
    this.clock = clock;
  }

  /// Lets this browser find the hour again.
  ///
  /// @param until when the hour is over at the latest
  public void keep(
      HttpServletResponse response, UUID companion, Redacted<String> token, Instant until) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(NAME + companion, token.value())
            .path("/")
            .secure(true)
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(Duration.between(clock.instant(), until))
            .build()
            .toString());
  }

  Optional<String> find(HttpServletRequest request, UUID companion) {
    var cookies = request.getCookies() == null ? new Cookie[0] : request.getCookies();
    return Stream.concat(
            Optional.ofNullable(request.getHeader(HEADER)).stream(),
            Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(NAME + companion))
                .map(Cookie::getValue))
        .filter(value -> !value.isBlank())
        .findFirst();
  }
}
