package org.saltwater.site;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Installation;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What is said while the store is away: the same bytes to everyone, made once, from memory.
@Component
class OutageAnswer {
  private static final String SECONDS_UNTIL_NEXT_TRY = "5";
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private final TemplateEngine templates;
  private final Words words;
  private final Installation installation;
  private final Assets assets;
  private final JsonMapper json;
  private volatile byte @Nullable [] page;
  private volatile byte @Nullable [] problem;

  OutageAnswer(
      TemplateEngine templates,
      MessageSource bundles,
      Installation installation,
      Assets assets,
      JsonMapper json) {
    this.templates = templates;
    this.words = new Words(bundles, Locale.ENGLISH);
    this.installation = installation;
    this.assets = assets;
    this.json = json;
  }

  void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var forProgram = request.getRequestURI().startsWith("/api/");
    var body = forProgram ? problem() : page();
    response.setStatus(GeneralProblem.STORE_UNAVAILABLE.status());
    response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_NEXT_TRY);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setContentType(
        forProgram ? MediaType.APPLICATION_PROBLEM_JSON_VALUE : "text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private byte[] page() {
    var made = page;
    if (made == null) {
      var out = new StringOutput();
      var visitor =
          new Page(
              words, "/", null, null, "", installation.isDemo(), installation.practice(), assets);
      templates.render("site/outage.jte", Map.of("page", visitor), out);
      made = out.toString().getBytes(StandardCharsets.UTF_8);
      page = made;
    }
    return made;
  }

  private byte[] problem() {
    var made = problem;
    if (made == null) {
      var type = GeneralProblem.STORE_UNAVAILABLE;
      var said = ProblemDetail.forStatus(type.status());
      said.setType(URI.create("/problems/" + type.slug()));
      said.setTitle(words.say("problem." + type.slug() + ".title"));
      said.setDetail(words.say("problem." + type.slug() + ".detail"));
      made = json.writeValueAsBytes(said);
      problem = made;
    }
    return made;
  }
}
