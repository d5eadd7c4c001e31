package org.saltwater.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// What a person is told at a closed door: a visitor is led to the sign-in, a program gets
/// problem+json, and everyone else a page that says so.
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final HandlerExceptionResolver answers;

  Refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
    this.answers = answers;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
      throws IOException, ServletException {
    if (SecurityConfiguration.isApi(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      answer(request, response, GeneralProblem.SIGN_IN_NEEDED);
    } else {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "/sign-in" + next(request));
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException, ServletException {
    answer(
        request,
        response,
        denied instanceof CsrfException
            ? IdentityProblem.FORM_TOO_OLD
            : GeneralProblem.NOT_ALLOWED);
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, ProblemType type)
      throws ServletException {
    var answer = answers.resolveException(request, response, null, new Refusal(type));
    if (answer != null && answer.getView() != null) {
      try {
        answer.getView().render(answer.getModel(), request, response);
      } catch (Exception e) {
        throw new ServletException(e);
      }
    }
  }

  /// Only what can be asked for again: a form that was sent can't be repeated.
  private static String next(HttpServletRequest request) {
    if (!request.getMethod().equals("GET") || request.getRequestURI().equals("/")) {
      return "";
    }
    var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    return "?next=" + URLEncoder.encode(request.getRequestURI() + query, StandardCharsets.UTF_8);
  }
}
