package org.saltwater.notifications;

import com.google.crypto.tink.apps.webpush.WebPushHybridEncrypt;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.saltwater.kernel.Installation;
import org.saltwater.notifications.PushOutbox.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import tools.jackson.databind.json.JsonMapper;

/// Carries what waits to the browsers' push services (RFC 8030): encrypted for the device alone
/// (RFC 8291), signed so that the service knows who sends (RFC 8292), tried again until it is worth
/// nothing any more. A device that the service does not know any more is forgotten.
@Component
class PushCourier {
  private static final Logger log = LoggerFactory.getLogger(PushCourier.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /// Longer than a slow service takes, so that no other node begins the same meanwhile.
  private static final Duration CLAIM = Duration.ofMinutes(1);

  /// One service that answers slowly must not hold up what others would take.
  private static final int AT_ONCE = 4;

  private static final Duration FIRST_WAIT = Duration.ofSeconds(20);
  private static final int MOST_DOUBLINGS = 8;

  /// RFC 8292 §2 allows a day at most.
  private static final Duration TOKEN = Duration.ofHours(12);

  /// RFC 8292 §2: for which service, until when, and whom to turn to.
  private record Claims(String aud, long exp, String sub) {}

  private final PushOutbox outbox;
  private final PushDevices devices;
  private final PushEndpoint endpoints;
  private final PushKey key;
  private final Installation installation;
  private final JsonMapper json;
  private final Clock clock;
  private final ReentrantLock round = new ReentrantLock();

  PushCourier(
      PushOutbox outbox,
      PushDevices devices,
      PushEndpoint endpoints,
      PushKey key,
      Installation installation,
      JsonMapper json,
      Clock clock) {
    this.outbox = outbox;
    this.devices = devices;
    this.endpoints = endpoints;
    this.key = key;
    this.installation = installation;
    this.json = json;
    this.clock = clock;
  }

  /// Begins a round soon, without holding up the caller.
  void wake() {
    Thread.ofVirtual().name("push-courier").start(this::deliver);
  }

  @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
  void wakeForRetries() {
    wake();
  }

  /// As [Courier#deliver()]: in a demo nothing leaves.
  void deliver() {
    if (installation.isDemo() || !round.tryLock()) {
      return;
    }
    try {
      var first = claim();
      if (first.isPresent()) {
        carry(first.get());
      }
    } catch (DataAccessException | TransactionException away) {
      log.warn("What waits for devices can't be read now.");
    } finally {
      round.unlock();
    }
  }

  private Optional<Waiting> claim() {
    return outbox.claim(clock.instant(), clock.instant().plus(CLAIM));
  }

  /// This one and all others that are due, a few at once.
  private void carry(Waiting first) {
    var http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    var free = new Semaphore(AT_ONCE);
    try (var carriers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var due = Optional.of(first); due.isPresent(); due = claim()) {
        var waiting = due.get();
        free.acquireUninterruptibly();
        carriers.execute(
            () -> {
              try {
                deliver(waiting, http);
              } catch (DataAccessException | TransactionException away) {
                log.warn("What waits for devices can't be read now.");
              } finally {
                free.release();
              }
            });
      }
    } finally {
      // Closing it would wait for whoever never ends an answer.
      http.shutdownNow();
    }
  }

  private void deliver(Waiting waiting, HttpClient http) {
    var device = devices.find(waiting.device());
    if (device.isEmpty() || !clock.instant().isBefore(waiting.worthUntil())) {
      outbox.delete(waiting.id());
      return;
    }
    try {
      if (!endpoints.leadsOutside(device.get().endpoint())) {
        log.warn("A push service's name leads into a network of its own; the device is forgotten.");
        devices.delete(waiting.device());
        return;
      }
      settle(waiting, send(waiting, device.get(), http));
    } catch (IOException | GeneralSecurityException failed) {
      // Its own message may hold the address, so only its kind is told.
      log.warn("A push service was not reached: {}", failed.getClass().getSimpleName());
      tryLater(waiting);
    } catch (IllegalStateException closed) {
      log.warn("The key for push services does not open now.");
      tryLater(waiting);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void settle(Waiting waiting, int status) {
    switch (status) {
      case 200, 201, 202, 204 -> outbox.delete(waiting.id());
      // RFC 8030 §7.3: the subscription has ended.
      case 404, 410 -> devices.delete(waiting.device());
      case 408, 429, 500, 502, 503, 504 -> tryLater(waiting);
      default -> {
        log.warn("A push service refused: {}", status);
        outbox.delete(waiting.id());
      }
    }
  }

  private void tryLater(Waiting waiting) {
    var wait = FIRST_WAIT.multipliedBy(1L << Math.min(waiting.attempts() - 1, MOST_DOUBLINGS));
    outbox.putOff(waiting.id(), clock.instant().plus(wait));
  }

  private int send(Waiting waiting, PushDevice device, HttpClient http)
      throws IOException, InterruptedException, GeneralSecurityException {
    var body =
        new WebPushHybridEncrypt.Builder()
            .withAuthSecret(device.secret())
            .withRecipientPublicKey(device.publicKey())
            .build()
            .encrypt(waiting.body().getBytes(StandardCharsets.UTF_8), null);
    var left = Duration.between(clock.instant(), waiting.worthUntil());
    var request =
        HttpRequest.newBuilder(device.endpoint())
            .timeout(ANSWER)
            .header("Content-Encoding", "aes128gcm")
            .header("Content-Type", "application/octet-stream")
            .header("TTL", Long.toString(left.toSeconds()))
            .header(
                "Authorization", "vapid t=" + token(device.endpoint()) + ", k=" + key.publicKey())
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    // The time limit ends with the headers (HttpRequest.Builder#timeout): the rest is never read.
    try (var unread = answer.body()) {
      return answer.statusCode();
    }
  }

  private String token(URI endpoint) {
    var audience = endpoint.getScheme() + "://" + endpoint.getAuthority();
    return key.sign(
        json.writeValueAsString(
            new Claims(
                audience,
                clock.instant().plus(TOKEN).getEpochSecond(),
                installation.address().toString())));
  }
}
