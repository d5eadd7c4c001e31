package org.saltwater.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Keeps one program from taking the place of everyone else.
@Component
class ApiLimit implements HandlerInterceptor, WebMvcConfigurer {
  private final RateLimits limits;

  ApiLimit(RateLimits limits) {
    this.limits = limits;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/v1/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    var person = request.getUserPrincipal();
    limits.spend(RateLimit.API, person == null ? request.getRemoteAddr() : person.getName());
    return true;
  }
}
