package org.saltwater.identity;

import jakarta.servlet.http.HttpServletRequest;
import org.saltwater.kernel.Installation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.HstsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;

@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SecurityConfiguration {
  /// Everything from this origin, nothing from another, nothing inline.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  /// springdoc's handler, which is not ours and so carries no `@For`.
  private static final String DESCRIPTION = "/api/openapi.json";

  private static final long TWO_YEARS = 63_072_000;

  @Bean
  SecurityFilterChain pages(
      HttpSecurity http,
      RouteAccess routes,
      Refusals refusals,
      CsrfTokenRepository csrfTokens,
      Installation installation) {
    return http.authorizeHttpRequests(
            requests ->
                requests.requestMatchers(DESCRIPTION).permitAll().anyRequest().access(routes))
        .csrf(
            csrf -> csrf.csrfTokenRepository(csrfTokens).requireCsrfProtectionMatcher(forgeable()))
        // A visitor gets no session; where they wanted to go travels in `next`.
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .exceptionHandling(
            refused -> refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .httpStrictTransportSecurity(hsts -> strict(hsts, installation))
                    .permissionsPolicyHeader(
                        policy ->
                            policy.policy(
                                "camera=(self), microphone=(self), display-capture=(self), geolocation=()")))
        .build();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("__Host-csrf");
    tokens.setHeaderName("X-CSRF-TOKEN");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(true).path("/").sameSite("Lax"));
    return tokens;
  }

  /// Another site can only borrow what a browser adds by itself. A request with a bearer token is
  /// known by that alone, and an API request without any cookie borrows nothing.
  private static RequestMatcher forgeable() {
    return request ->
        CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request)
            && !BearerOrCookie.isBearer(request)
            && !(isApi(request) && request.getHeader("Cookie") == null);
  }

  static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  /// Browsers refuse plain HTTP for this host from then on, so it is only said where the practice
  /// is reached by HTTPS.
  private static void strict(HstsConfig hsts, Installation installation) {
    if ("https".equals(installation.address().getScheme())) {
      hsts.requestMatcher(any -> true).includeSubDomains(false).maxAgeInSeconds(TWO_YEARS);
    } else {
      hsts.disable();
    }
  }
}
