package org.saltwater.figures.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.figures.Report;
import org.saltwater.figures.Report.Section;

/// The report as comma-separated values (RFC 4180), one line for each number, in stable codes. What
// is
/// hidden has no line.
final class ReportCsv {
  private static final String HEAD = "section,instrument,group,count,of,value,low,high";

  private ReportCsv() {}

  static String write(Report report) {
    return Stream.concat(Stream.of(HEAD), report.sections().stream().flatMap(ReportCsv::lines))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }

  private static Stream<String> lines(Section section) {
    var counts =
        section.lines().stream()
            .map(
                it ->
                    line(
                        section,
                        String.join("+", it.groups()),
                        Integer.toString(it.count()),
                        Integer.toString(it.of()),
                        number(it.share().value()),
                        number(it.share().low()),
                        number(it.share().high())));
    var figures =
        section.figures().stream()
            .map(
                it ->
                    line(
                        section,
                        it.key(),
                        "",
                        Integer.toString(section.people().orElseThrow()),
                        number(it.value()),
                        it.low() == null ? "" : number(it.low()),
                        it.high() == null ? "" : number(it.high())));
    return Stream.concat(counts, figures);
  }

  private static String line(Section section, String... cells) {
    return Stream.concat(Stream.of(section.key(), section.instrument()), List.of(cells).stream())
        .map(ReportCsv::quoted)
        .collect(Collectors.joining(","));
  }

  /// A language or place is what the browser sent: nothing in it may look like a formula.
  private static String quoted(String cell) {
    return cell.matches("[A-Za-z0-9.+_-]*")
        ? cell
        : "\"" + cell.replaceAll("[^\\p{L}\\p{N} .]", "") + "\"";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
