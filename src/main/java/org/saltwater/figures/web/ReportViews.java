package org.saltwater.figures.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.saltwater.figures.Report;
import org.saltwater.figures.Report.Section;
import org.saltwater.figures.web.ReportView.Bar;
import org.saltwater.figures.web.ReportView.Block;
import org.saltwater.figures.web.ReportView.Part;
import org.saltwater.measures.Instruments;
import org.saltwater.site.Words;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Puts a report into words.
@Component
class ReportViews {
  private static final String KEY = "figures.";

  private final MessageSource bundles;
  private final Instruments instruments;

  ReportViews(MessageSource bundles, Instruments instruments) {
    this.bundles = bundles;
    this.instruments = instruments;
  }

  ReportView of(Report report) {
    var words = new Words(bundles, LocaleContextHolder.getLocale());
    var parts = new LinkedHashMap<String, List<Section>>();
    for (var section : report.sections()) {
      parts.computeIfAbsent(part(section), key -> new ArrayList<>()).add(section);
    }
    return new ReportView(
        report.gatheredAt().orElse(null),
        report.people().orElse(null),
        parts.entrySet().stream().map(it -> part(words, it)).toList());
  }

  private static String part(Section section) {
    return section.key().replaceAll("[.].*", "");
  }

  private Part part(Words words, Map.Entry<String, List<Section>> it) {
    var key = KEY + "part." + it.getKey();
    return new Part(
        it.getKey(),
        words.say(key),
        words.say(key + ".text"),
        it.getValue().stream().map(section -> block(words, section)).toList());
  }

  private Block block(Words words, Section section) {
    var key = KEY + section.key();
    var instrument = instruments.find(section.instrument()).map(found -> found.title()).orElse("");
    return new Block(
        words.say(key, instrument),
        section.people().map(people -> words.say(key + ".about", people)).orElse(""),
        words.has(key + ".caveat") ? words.say(key + ".caveat") : "",
        section.isHidden(),
        section.lines().stream()
            .map(line -> line(words, line, section.lines().size() == 1))
            .toList(),
        section.figures().stream().map(figure -> figure(words, figure)).toList());
  }

  private ReportView.Line line(Words words, Report.Line line, boolean alone) {
    var who =
        alone && line.groups().size() > 1
            ? words.say(KEY + "together")
            : line.groups().stream()
                .map(group -> group(words, group))
                .collect(Collectors.joining(", "));
    var share = percent(line.share().value());
    var range = words.say(KEY + "range", percent(line.share().low()), percent(line.share().high()));
    return new ReportView.Line(
        who,
        line.count(),
        line.of(),
        words.say(KEY + "percent", share),
        range,
        new Bar(
            tenth(line.share().value()),
            tenth(line.share().low()),
            tenth(line.share().high() - line.share().low())),
        words.say(KEY + "picture", who, share, range));
  }

  private static ReportView.Figure figure(Words words, Report.Figure it) {
    var low = it.low();
    var high = it.high();
    return new ReportView.Figure(
        low == null || high == null
            ? words.say(KEY + it.key(), Math.round(it.value()))
            : words.say(KEY + it.key(), one(it.value()), one(low), one(high)));
  }

  private static String group(Words words, String group) {
    var dot = group.indexOf('.');
    var rest = group.substring(dot + 1);
    return switch (group.substring(0, Math.max(0, dot))) {
      case "domain" ->
          words.has("intake.q.domains." + rest)
              ? words.say("intake.q.domains." + rest)
              : words.say(KEY + "unknown");
      case "language" -> rest.isEmpty() ? words.say(KEY + "unknown") : language(words, rest);
      case "place" ->
          Locale.of("", rest.substring(0, Math.min(2, rest.length())))
              .getDisplayCountry(words.locale());
      default -> words.say(KEY + "group." + group);
    };
  }

  private static String language(Words words, String code) {
    return Locale.of(code).getDisplayLanguage(words.locale());
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }

  private static String tenth(double share) {
    return String.format(Locale.ROOT, "%.1f", 100 * share);
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
