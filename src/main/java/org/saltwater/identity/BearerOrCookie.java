package org.saltwater.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.saltwater.site.Standing;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.HttpSessionIdResolver;
import org.springframework.stereotype.Component;

/// Where a request carries its sign-in: programs in `Authorization: Bearer …`, browsers in a
/// cookie. A request with the header is never looked at for a cookie, so it needs no protection
/// against forgery.
@Component
class BearerOrCookie implements HttpSessionIdResolver {
  static final String COOKIE = "__Host-saltwater";
  private static final String SCHEME = "Bearer ";

  private final CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();

  BearerOrCookie() {
    var cookie = new DefaultCookieSerializer();
    cookie.setCookieName(COOKIE);
    cookie.setCookiePath("/");
    cookie.setUseSecureCookie(true);
    cookie.setUseHttpOnlyCookie(true);
    cookie.setSameSite("Lax");
    cookie.setUseBase64Encoding(false);
    cookies.setCookieSerializer(cookie);
  }

  static boolean isBearer(HttpServletRequest request) {
    var header = request.getHeader("Authorization");
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }

  @Override
  public List<String> resolveSessionIds(HttpServletRequest request) {
    // Spring MVC looks for a session on every request, a stylesheet's too; that would be a question
    // to the store.
    if (Standing.covers(request)) {
      return List.of();
    }
    return isBearer(request)
        ? List.of(request.getHeader("Authorization").substring(SCHEME.length()).strip())
        : cookies.resolveSessionIds(request);
  }

  @Override
  public void setSessionId(
      HttpServletRequest request, HttpServletResponse response, String sessionId) {
    if (!isBearer(request)) {
      cookies.setSessionId(request, response, sessionId);
    }
  }

  @Override
  public void expireSession(HttpServletRequest request, HttpServletResponse response) {
    if (!isBearer(request)) {
      cookies.expireSession(request, response);
    }
  }
}
