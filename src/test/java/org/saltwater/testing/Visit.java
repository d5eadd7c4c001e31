package org.saltwater.testing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Someone with a browser that knows cookies and forms, and nothing else. It keeps `Secure` cookies
/// on plain HTTP, as browsers do for localhost.
public final class Visit {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String address;
  private final Map<String, String> cookies = new HashMap<>();
  private String csrf = "";

  public Visit(int port) {
    this.address = "http://localhost:" + port;
  }

  /// An answer, with what tests ask of it.
  public record Answer(int status, String location, String body) {
    public static Answer of(HttpResponse<String> response) {
      return new Answer(
          response.statusCode(),
          response.headers().firstValue("Location").orElse(""),
          response.body());
    }
  }

  public Answer get(String path) {
    return send(request(path).GET());
  }

  /// Sends a form with the token of the page seen last.
  ///
  /// @param fields names and values in turn
  public Answer post(String path, String... fields) {
    var form = new HashMap<String, String>();
    form.put("_csrf", csrf);
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    var body =
        form.entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  public Answer json(String method, String path, String body, String... headers) {
    var request = request(path).header("Content-Type", "application/json");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.method(method, BodyPublishers.ofString(body)));
  }

  /// Any call at all.
  ///
  /// @param headers names and values in turn
  public Answer call(
      String method, String path, String contentType, String body, String... headers) {
    var request = request(path).header("Content-Type", contentType);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.method(method, BodyPublishers.ofString(body)));
  }

  /// The token of the page seen last.
  public String csrf() {
    return csrf;
  }

  public String cookie(String name) {
    return cookies.getOrDefault(name, "");
  }

  public void setCookie(String name, String value) {
    cookies.put(name, value);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(address + path));
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(each -> each.getKey() + "=" + each.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      var response = HTTP.send(request.build(), BodyHandlers.ofString());
      response.headers().allValues("Set-Cookie").forEach(this::keep);
      var token = CSRF.matcher(response.body());
      if (token.find()) {
        csrf = token.group(1);
      }
      return Answer.of(response);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private void keep(String line) {
    var pair = line.substring(0, line.indexOf(';')).split("=", 2);
    if (line.contains("Max-Age=0") || pair[1].isEmpty()) {
      cookies.remove(pair[0]);
    } else {
      cookies.put(pair[0], pair[1]);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
