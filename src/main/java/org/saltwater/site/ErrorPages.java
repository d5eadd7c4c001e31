package org.saltwater.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.ProblemType;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the container could not answer itself ends here: no trace, no message of an exception, and
/// a way on.
@Controller
class ErrorPages implements ErrorController {
  private final ProblemAnswers answers;

  ErrorPages(ProblemAnswers answers) {
    this.answers = answers;
  }

  @RequestMapping("/error")
  @For(Audience.ANYONE)
  Object error(HttpServletRequest request) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : 404;
    return answers.answer(request, typeOf(status), List.of(), List.of());
  }

  private static ProblemType typeOf(int status) {
    return switch (status) {
      case 400, 422 -> GeneralProblem.INVALID;
      case 405 -> GeneralProblem.METHOD_NOT_ALLOWED;
      case 406 -> GeneralProblem.NOT_ACCEPTABLE;
      case 413 -> GeneralProblem.TOO_LARGE;
      case 415 -> GeneralProblem.UNSUPPORTED_MEDIA_TYPE;
      case 401 -> GeneralProblem.SIGN_IN_NEEDED;
      case 403 -> GeneralProblem.NOT_ALLOWED;
      case 404 -> GeneralProblem.NOT_FOUND;
      case 429 -> GeneralProblem.TOO_MANY_REQUESTS;
      case 503 -> GeneralProblem.STORE_UNAVAILABLE;
      default -> GeneralProblem.UNEXPECTED;
    };
  }
}
