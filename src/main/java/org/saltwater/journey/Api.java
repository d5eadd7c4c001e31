package org.saltwater.journey;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The server's API, as one person calls it.
///
/// @param headers sent with each request: who is asking
record Api(HttpClient http, URI server, Map<String, String> headers) {
  /// A field more in an answer breaks no program, so it does not break the journey either.
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  static Api of(URI server) {
    var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    return new Api(http, server, Map.of());
  }

  Api with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Api(http, server, more);
  }

  Api signedIn(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /// What is sent once counts once, however often it is sent.
  Api once() {
    return with("Idempotency-Key", UUID.randomUUID().toString());
  }

  <T> T get(String path, Class<T> as) {
    return read(send("GET", path, null), path, as);
  }

  <T> T post(String path, @Nullable Object body, Class<T> as) {
    return read(send("POST", path, body), path, as);
  }

  <T> T put(String path, @Nullable Object body, Class<T> as) {
    return read(send("PUT", path, body), path, as);
  }

  void post(String path, @Nullable Object body) {
    succeeded(send("POST", path, body), path);
  }

  void put(String path, @Nullable Object body) {
    succeeded(send("PUT", path, body), path);
  }

  void delete(String path) {
    succeeded(send("DELETE", path, null), path);
  }

  /// The status alone, whatever it is.
  int status(String method, String path, @Nullable Object body) {
    return send(method, path, body).statusCode();
  }

  private HttpResponse<String> send(String method, String path, @Nullable Object body) {
    var request =
        HttpRequest.newBuilder(server.resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json, application/problem+json");
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (ConnectException nobody) {
      throw new Surprise("a server at " + server, "nothing answers there");
    } catch (HttpTimeoutException late) {
      throw new Surprise("an answer to " + method + " " + path, "none came in time");
    } catch (IOException e) {
      throw new Surprise("an answer to " + method + " " + path, "the connection ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Surprise("time for " + method + " " + path, "the journey was stopped");
    }
  }

  private static void succeeded(HttpResponse<String> answer, String path) {
    Surprise.unless(
        answer.statusCode() / 100 == 2,
        "success from " + answer.request().method() + " " + path,
        came(answer));
  }

  private static <T> T read(HttpResponse<String> answer, String path, Class<T> as) {
    succeeded(answer, path);
    try {
      return JSON.readValue(answer.body(), as);
    } catch (JacksonException unreadable) {
      throw new Surprise(
          "a readable answer from " + path, "it is not the " + as.getSimpleName() + " we know");
    }
  }

  /// The status and the problem's type; never its text, and never what was sent.
  private static String came(HttpResponse<String> answer) {
    try {
      var type = JSON.readTree(answer.body()).path("type").asString("");
      return "it answered " + answer.statusCode() + (type.isEmpty() ? "" : " (" + type + ")");
    } catch (JacksonException notAProblem) {
      return "it answered " + answer.statusCode();
    }
  }
}
