package org.saltwater.safety.web;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Collator;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation;
import org.saltwater.safety.CrisisLine;
import org.saltwater.safety.CrisisLines;
import org.saltwater.site.Assets;
import org.saltwater.site.Page;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// `/help-now`: the same bytes for everyone, made at the start. It stands in front of everything
/// else, sessions and security included, so that it answers when the database is away, whoever asks
/// and whatever cookies they bring. It reads nothing of the request but its address.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class HelpNow extends OncePerRequestFilter {
  private static final String PATH = "/help-now";
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'none';"
          + " frame-ancestors 'none'; base-uri 'none'";

  private final TemplateEngine templates;
  private final MessageSource bundles;
  private final Installation installation;
  private final Assets assets;
  private final CrisisLines lines;
  private volatile byte @Nullable [] page;

  HelpNow(
      TemplateEngine templates,
      MessageSource bundles,
      Installation installation,
      Assets assets,
      CrisisLines lines) {
    this.templates = templates;
    this.bundles = bundles;
    this.installation = installation;
    this.assets = assets;
    this.lines = lines;
  }

  /// Once the addresses of static files are known, and before anyone can ask.
  @EventListener(ContextRefreshedEvent.class)
  void make() {
    page = render(Locale.ENGLISH);
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !path.equals(PATH) && !path.equals(PATH + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var made = page;
    var body = made == null ? render(Locale.ENGLISH) : made;
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(body.length);
    response.setHeader("Cache-Control", "public, max-age=300");
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    if (!HttpMethod.HEAD.matches(request.getMethod())) {
      response.getOutputStream().write(body);
    }
  }

  private byte[] render(Locale reader) {
    var out = new StringOutput();
    var visitor =
        new Page(
            new Words(bundles, reader),
            PATH,
            null,
            null,
            "",
            installation.isDemo(),
            installation.practice(),
            assets);
    templates.render("safety/help.jte", Map.of("page", visitor, "view", view(reader)), out);
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private HelpView view(Locale reader) {
    var byName = Collator.getInstance(reader);
    var oldest =
        lines.list().stream()
            .flatMap(place -> place.lines().stream())
            .map(CrisisLine::verifiedOn)
            .min(LocalDate::compareTo)
            .orElseThrow();
    return new HelpView(
        lines.list().stream()
            .sorted(Comparator.comparing(place -> place.name(reader), byName))
            .toList(),
        DateTimeFormatter.ofPattern(new Words(bundles, reader).say("time.date"), reader)
            .format(oldest),
        reader);
  }
}
