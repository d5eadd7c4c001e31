package org.saltwater.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
  /// Everything from this origin, nothing from another, nothing inline.
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; media-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self';"
          + " frame-ancestors 'none'; base-uri 'none'";

  @Bean
  SecurityFilterChain pages(HttpSecurity http, RouteAccess routes) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().access(routes))
        .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        policy ->
                            policy.policy(
                                "camera=(self), microphone=(self), display-capture=(self), geolocation=()")))
        .build();
  }

  private static CookieCsrfTokenRepository csrfCookie() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("__Host-csrf");
    tokens.setCookieCustomizer(
        cookie -> cookie.httpOnly(true).secure(true).path("/").sameSite("Lax"));
    return tokens;
  }
}
