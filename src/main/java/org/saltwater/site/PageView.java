package org.saltwater.site;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.support.WebApplicationContextUtils;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;

/// A page to answer with: a JTE template and the one record it shows. Handlers return
/// `PageView.of("intake/question", view)`; the template declares `@param Page page` and `@param
/// QuestionView view`.
public final class PageView implements View {
  private final String template;
  private final Object view;
  private final int status;

  private PageView(String template, Object view, int status) {
    this.template = template;
    this.view = view;
    this.status = status;
  }

  public static PageView of(String template, Object view) {
    return new PageView(template, view, 200);
  }

  /// The same page with another status, such as 422 for a form that needs another look.
  public PageView withStatus(int other) {
    return new PageView(template, view, other);
  }

  @Override
  public void render(
      @Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    var context =
        WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
    var out = new Utf8ByteOutput();
    var parameters = new HashMap<String, Object>();
    parameters.put(
        "page",
        page(
            request,
            context.getBean(Installation.class),
            context,
            context.getBean(Assets.class),
            context.getBean(Clock.class).instant()));
    parameters.put("view", view);
    context.getBean(TemplateEngine.class).render(template + ".jte", parameters, out);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(out.getContentLength());
    out.writeTo(response.getOutputStream());
  }

  private static Page page(
      HttpServletRequest request,
      Installation installation,
      MessageSource bundles,
      Assets assets,
      Instant at) {
    var csrf =
        request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
            ? token.getToken()
            : "";
    return new Page(
        new Words(bundles, RequestContextUtils.getLocale(request)),
        request.getRequestURI(),
        signedIn(request.getUserPrincipal()),
        at,
        csrf,
        installation.isDemo(),
        installation.practice(),
        assets);
  }

  private static @Nullable SignedIn signedIn(@Nullable Principal principal) {
    if (principal instanceof SignedIn person) {
      return person;
    }
    return principal instanceof Authentication authentication
            && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }
}
