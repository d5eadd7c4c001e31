package org.saltwater.telephony;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A number or an address by which somebody could be found, in whatever spelling it is let out.
///
/// @param what it is, for a test that found it to say
record Trace(String what, Pattern spelt) {
  /// What people and programs put between two digits, as typed and as an address encodes it.
  private static final String BETWEEN =
      "(?:[ +\\-/.()\\u00a0]|%20|%2B|%28|%29|%2F|&#160;|&nbsp;){0,3}";

  private static final int TAIL = 6;

  /// A telephone number: with its country, without, or only the last six digits of it.
  ///
  /// @param countryCode how many digits after the `+` are the country's
  static Trace ofNumber(String what, String e164, int countryCode) {
    var digits = e164.substring(1);
    var country = digits.substring(0, countryCode);
    var area = digits.substring(countryCode, digits.length() - TAIL);
    var tail = digits.substring(digits.length() - TAIL);
    return new Trace(
        what,
        Pattern.compile(
            "(?:(?<![0-9a-fA-F.-])|(?<=%%2B))(?:(?:00)?%1$s%4$s)?(?:0%4$s)?(?:%2$s%4$s)?%3$s(?![0-9])"
                .formatted(spaced(country), spaced(area), spaced(tail), BETWEEN),
            Pattern.CASE_INSENSITIVE));
  }

  /// A PIN, in one piece or in groups.
  static Trace ofPin(String pin) {
    return new Trace(
        "PIN", Pattern.compile("(?<![0-9a-fA-F.-])%s(?![0-9])".formatted(spaced(pin))));
  }

  static Trace ofAddress(String what, String address) {
    return new Trace(
        what, Pattern.compile("(?<![0-9.])%s(?![0-9])".formatted(Pattern.quote(address))));
  }

  /// A machine and its port, as an address writes them and as SDP does.
  static Trace ofPlace(String what, String host, int port) {
    return new Trace(
        what, Pattern.compile("%s[: ]%d(?![0-9])".formatted(Pattern.quote(host), port)));
  }

  static Trace ofWord(String what, String word) {
    return new Trace(what, Pattern.compile(Pattern.quote(word)));
  }

  /// Where it stands in a text, with a little of what is around it.
  ///
  /// @param source where the text is from
  static List<String> findAll(List<Trace> traces, String source, String text) {
    var found = new ArrayList<String>();
    for (var trace : traces) {
      var at = trace.spelt().matcher(text);
      if (at.find()) {
        var around =
            text.substring(Math.max(0, at.start() - 60), Math.min(text.length(), at.end() + 30));
        found.add(trace.what() + " in " + source + ": " + around.replaceAll("\\s+", " "));
      }
    }
    return found;
  }

  private static String spaced(String digits) {
    return Arrays.stream(digits.split("")).collect(Collectors.joining(BETWEEN));
  }
}
