package org.saltwater.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Many calls to one running platform, side by side over one client, each as whom the test says.
public final class Calls {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private final String csrf;
  private final String csrfCookie;

  public Calls(int port) {
    this.port = port;
    var visit = new Visit(port);
    visit.get("/sign-in");
    this.csrf = visit.csrf();
    this.csrfCookie = "__Host-csrf=" + visit.cookie("__Host-csrf");
  }

  /// @param type of the content
  public record Said(int status, String location, String type, String body) {}

  /// @param token the caller's sign-in; null for a visitor
  /// @param intakeToken null for none
  public Said call(
      String method,
      String path,
      @Nullable String type,
      String body,
      @Nullable String token,
      @Nullable String intakeToken) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(PATIENCE)
            .header("Idempotency-Key", UUID.randomUUID().toString());
    if (type != null) {
      request.header("Content-Type", type);
    }
    if (intakeToken != null) {
      request.header("Intake-Token", intakeToken);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    } else if (!path.startsWith("/api/")) {
      request.header("Cookie", csrfCookie).header("X-CSRF-TOKEN", csrf);
    }
    return send(request.method(method, BodyPublishers.ofString(body)).build());
  }

  /// As another site would have a browser do it: with the cookie of a sign-in and nothing else.
  public Said forge(String method, String path, String token) {
    return send(
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(PATIENCE)
            .header("Cookie", "__Host-saltwater=" + token)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString("a=b"))
            .build());
  }

  /// The status that a WebSocket's handshake is answered with.
  public int knock(String path, @Nullable String token) {
    var building = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (token != null) {
      building.header("Authorization", "Bearer " + token);
    }
    try {
      building
          .buildAsync(URI.create("ws://localhost:" + port + path), new WebSocket.Listener() {})
          .join()
          .abort();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  /// Does all of it, a few at a time.
  public static <T> List<T> together(int atOnce, List<Callable<T>> all) {
    var turns = new Semaphore(atOnce);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> doing =
          all.stream()
              .map(
                  each ->
                      threads.submit(
                          () -> {
                            turns.acquire();
                            try {
                              return each.call();
                            } finally {
                              turns.release();
                            }
                          }))
              .toList();
      return doing.stream().map(Calls::done).toList();
    }
  }

  private static <T> T done(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Said send(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      return new Said(
          response.statusCode(),
          response.headers().firstValue("Location").orElse(""),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException e) {
      throw new AssertionError(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
