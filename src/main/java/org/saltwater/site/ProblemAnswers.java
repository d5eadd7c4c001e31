package org.saltwater.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.ProblemType;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Turns what cannot be done into words: problem+json (RFC 9457) for the API, a kind page for a
/// person. Neither ever holds an exception's own message. A store that cannot be reached is no
/// matter of the handler's: it goes on to [StoreOutage].
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers {
  private final MessageSource bundles;

  ProblemAnswers(MessageSource bundles) {
    this.bundles = bundles;
  }

  @ExceptionHandler
  Object on(Refusal refusal, HttpServletRequest request) {
    return answer(request, refusal.type(), refusal.fields(), refusal.arguments());
  }

  @ExceptionHandler
  Object on(MethodArgumentNotValidException invalid, HttpServletRequest request) {
    var fields =
        invalid.getFieldErrors().stream()
            .map(error -> new FieldProblem(error.getField(), "problem.field." + error.getCode()))
            .toList();
    return answer(request, GeneralProblem.INVALID, fields, List.of());
  }

  @ExceptionHandler({
    HttpMessageNotReadableException.class,
    MethodArgumentTypeMismatchException.class,
    InvalidParameterException.class,
    RequestRejectedException.class,
    ServletRequestBindingException.class
  })
  Object onUnreadable(HttpServletRequest request) {
    return answer(request, GeneralProblem.INVALID, List.of(), List.of());
  }

  @ExceptionHandler
  Object on(NoResourceFoundException missing, HttpServletRequest request) {
    return answer(request, GeneralProblem.NOT_FOUND, List.of(), List.of());
  }

  Object answer(
      HttpServletRequest request,
      ProblemType type,
      List<FieldProblem> fields,
      List<Object> arguments) {
    var words = new Words(bundles, RequestContextUtils.getLocale(request));
    return asked(request).startsWith("/api/")
        ? json(words, type, fields, arguments)
        : page(words, type, arguments);
  }

  private static String asked(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
        ? original
        : request.getRequestURI();
  }

  private static ResponseEntity<ProblemDetail> json(
      Words words, ProblemType type, List<FieldProblem> fields, List<Object> arguments) {
    var problem = ProblemDetail.forStatus(type.status());
    problem.setType(URI.create("/problems/" + type.slug()));
    problem.setTitle(words.say("problem." + type.slug() + ".title"));
    problem.setDetail(words.say("problem." + type.slug() + ".detail", arguments.toArray()));
    if (!fields.isEmpty()) {
      problem.setProperty(
          "fields", fields.stream().map(field -> FieldAnswer.of(words, field)).toList());
    }
    return ResponseEntity.status(type.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static PageView page(Words words, ProblemType type, List<Object> arguments) {
    return PageView.of(
            "site/problem",
            new ProblemPage(
                words.say("problem." + type.slug() + ".title"),
                words.say("problem." + type.slug() + ".detail", arguments.toArray())))
        .withStatus(type.status());
  }

  /// One field of a refused request, and what to do about it.
  record FieldAnswer(String field, String message) {
    static FieldAnswer of(Words words, FieldProblem problem) {
      return new FieldAnswer(problem.field(), words.say(problem));
    }
  }
}
