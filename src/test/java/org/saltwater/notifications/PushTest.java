package org.saltwater.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.apps.webpush.WebPushHybridDecrypt;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Refusal;
import org.saltwater.notifications.Choices.Choice;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What a browser's push service is sent, what it can read of it, and where we do not let ourselves
/// be sent.
@SaltwaterTest
@Tag("crying")
class PushTest {
  private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();

  private record Call(
      String path, String authorization, String encoding, String ttl, byte[] body) {}

  @Autowired JdbcClient jdbc;
  @Autowired JsonMapper json;
  @Autowired PushKey key;
  @Autowired PushOutbox outbox;
  @Autowired Notifications notifications;
  @Autowired Choices choices;
  @Autowired TestClock clock;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final byte[] secret = new byte[16];
  private volatile int answer = 201;
  private volatile boolean endless;
  private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer service;
  private PushDevices devices;
  private PushCourier courier;
  private KeyPair browser;
  private PersonId mira;

  @BeforeEach
  void begin() throws Exception {
    clock.reset();
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext("/", this::take);
    service.setExecutor(handlers);
    service.start();
    devices = new PushDevices(jdbc, new PushEndpoint(true), clock);
    courier = courier(new PushEndpoint(true), key, Installation.Mode.SERVE);
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    browser = generator.generateKeyPair();
    Arrays.fill(secret, (byte) 7);
    mira = PersonId.random();
    jdbc.sql("delete from notifications_push_device").update();
    devices.add(mira, address("/device"), encoded(point()), encoded(secret));
  }

  @AfterEach
  void stop() {
    service.stop(0);
    handlers.shutdownNow();
  }

  @Test
  void onlyTheDeviceReadsWhatItIsToldAndItSaysNothingOfAnyone() throws Exception {
    remind();
    courier.deliver();

    var call = calls.remove();
    assertThat(call.path()).isEqualTo("/device");
    assertThat(call.encoding()).isEqualTo("aes128gcm");
    assertThat(call.ttl()).isEqualTo("1500");
    assertThat(new String(call.body(), StandardCharsets.ISO_8859_1)).doesNotContain("check");
    var read =
        new WebPushHybridDecrypt.Builder()
            .withAuthSecret(secret)
            .withRecipientPublicKey((ECPublicKey) browser.getPublic())
            .withRecipientPrivateKey((ECPrivateKey) browser.getPrivate())
            .build()
            .decrypt(call.body(), null);
    var shown = json.readValue(new String(read, StandardCharsets.UTF_8), PushNotices.Shown.class);
    assertThat(shown.body()).isEqualTo("You asked us to check back with you");
    assertThat(shown.path()).isEqualTo("/check-back/1");
    assertSignedByUs(call.authorization());
    assertThat(waiting()).isZero();
  }

  @Test
  void whatIsNotTakenIsTriedAgainUntilItIsWorthNothing() {
    answer = 503;
    remind();
    courier.deliver();
    courier.deliver();
    assertThat(calls).as("not at once").hasSize(1);
    clock.advance(Duration.ofSeconds(20));
    answer = 201;
    courier.deliver();
    assertThat(calls).hasSize(2);
    assertThat(waiting()).isZero();

    remind();
    clock.advance(Duration.ofMinutes(26));
    courier.deliver();
    assertThat(calls).as("too late to be told").hasSize(2);
    assertThat(waiting()).isZero();
  }

  @Test
  void aDeviceThatTheServiceDoesNotKnowAnyMoreIsForgotten() {
    answer = 410;
    remind();
    courier.deliver();
    assertThat(devices.list(mira)).isEmpty();
    assertThat(waiting()).isZero();
  }

  @Test
  void whoTurnedItOffIsNotToldOnAnyDevice() {
    choices.turnOff(mira, Set.of(new Choice(Reminder.CHECK_BACK, Way.PUSH)));
    remind();
    assertThat(waiting()).isZero();
    choices.turnOff(mira, Set.of());
    remind();
    assertThat(waiting()).isEqualTo(1);
  }

  @Test
  @Timeout(20)
  void aServiceThatNeverEndsItsAnswerHoldsUpNeitherItsOwnDeviceNorAnyOther() {
    endless = true;
    devices.add(mira, address("/other"), encoded(point()), encoded(secret));
    remind();
    courier.deliver();
    assertThat(calls).extracting(Call::path).containsExactlyInAnyOrder("/device", "/other");
    assertThat(waiting()).isZero();
  }

  @Test
  void aKeyThatCanNotBeAskedNowKeepsEveryDeviceAndOnlyOneThatIsGoneIsMadeAnew() {
    var before = key.publicKey();
    var away = new Wrapping(new IllegalStateException("the key service is away"));
    remind();
    courier(new PushEndpoint(true), new PushKey(jdbc, away), Installation.Mode.SERVE).deliver();
    assertThat(devices.list(mira)).hasSize(1);
    assertThat(waiting()).as("tried again later").isEqualTo(1);
    assertThat(storedKey()).isEqualTo(before);
    clock.advance(Duration.ofSeconds(20));
    courier.deliver();
    assertThat(calls).hasSize(1);

    var row = jdbc.sql("select wrapped from notifications_push_key").query(byte[].class).single();
    var pub = jdbc.sql("select public from notifications_push_key").query(byte[].class).single();
    try {
      var gone = new PushKey(jdbc, new Wrapping(new KeyWrapping.Gone("retired")));
      assertThat(gone.publicKey()).isEqualTo(storedKey()).isNotEqualTo(before);
      assertThat(devices.list(mira)).as("they knew us by the key that is gone").isEmpty();
    } finally {
      jdbc.sql("update notifications_push_key set wrapped = ?, public = ?")
          .params(row, pub)
          .update();
    }
  }

  @Test
  void aDeviceThatChangesHandsTakesNothingAlongAndOnlyItsOwnerRemovesIt() {
    remind();
    var before = devices.list(mira).getFirst().id();
    devices.add(mira, address("/device"), encoded(point()), encoded(secret));
    assertThat(devices.list(mira)).extracting(PushDevice::id).containsExactly(before);
    assertThat(waiting()).as("the same person again loses nothing").isEqualTo(1);

    var noor = PersonId.random();
    devices.add(noor, address("/device"), encoded(point()), encoded(secret));
    assertThat(devices.list(mira)).isEmpty();
    courier.deliver();
    assertThat(calls).as("what waited was for the one before").isEmpty();
    assertThat(waiting()).isZero();

    var theirs = devices.list(noor).getFirst().id();
    for (var other : List.of(theirs, UUID.randomUUID())) {
      assertThatThrownBy(() -> devices.remove(mira, other))
          .isInstanceOf(Refusal.class)
          .hasMessage("not-found");
    }
    assertThat(devices.list(noor)).hasSize(1);
    notifications.forget(noor);
    assertThat(devices.list(noor)).as("who has left is told nothing").isEmpty();
  }

  @Test
  void tenDevicesAreKeptAndWhatWaitsIsTakenBackWhenItIsTurnedOff() {
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofSeconds(1));
      devices.add(mira, address("/" + i), encoded(point()), encoded(secret));
    }
    assertThat(devices.list(mira))
        .hasSize(10)
        .extracting(it -> it.endpoint().getPath())
        .doesNotContain("/device");
    remind();
    assertThat(waiting()).isEqualTo(10);
    choices.turnOff(mira, Set.of(new Choice(Reminder.CHECK_BACK, Way.MAIL)));
    assertThat(waiting()).as("a mail is no push").isEqualTo(10);
    choices.turnOff(mira, Set.of(new Choice(Reminder.CHECK_BACK, Way.PUSH)));
    assertThat(waiting()).isZero();
  }

  @Test
  void nothingLeavesADemoNorFollowsWhereAServicePointsNorGoesWhereANameLeadsInside() {
    remind();
    courier(new PushEndpoint(true), key, Installation.Mode.DEMO).deliver();
    assertThat(calls).isEmpty();
    assertThat(waiting()).isEqualTo(1);

    answer = 302;
    courier.deliver();
    assertThat(calls).extracting(Call::path).containsExactly("/device");
    assertThat(waiting()).isZero();

    remind();
    courier(new PushEndpoint(false), key, Installation.Mode.SERVE).deliver();
    assertThat(calls).as("looked at again when it is sent").hasSize(1);
    assertThat(devices.list(mira)).isEmpty();
  }

  @Test
  void nobodySendsUsIntoOurOwnNetwork() throws Exception {
    var guarded = new PushEndpoint(false);
    assertThat(guarded.read("https://push.example.org/a?b=c").getHost())
        .isEqualTo("push.example.org");
    for (var bad :
        List.of(
            "http://push.example.org/a",
            "https://127.0.0.1/a",
            "https://2130706433/a",
            "https://0x7f.1/a",
            "https://[::1]/a",
            "https://localhost/a",
            "https://db.internal/a",
            "https://nas.local/a",
            "https://push.example.org:5432/a",
            "https://me@push.example.org/a",
            "file:///etc/passwd",
            "",
            "https://push.example.org/" + "a".repeat(1_000))) {
      assertThatThrownBy(() -> guarded.read(bad)).as(bad).hasMessage("invalid");
    }
    for (var inside :
        List.of(
            "10.0.0.1",
            "172.16.3.4",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "127.8.8.8",
            "198.18.0.1",
            "240.0.0.1",
            "224.0.0.1",
            "::1",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "ff02::1")) {
      assertThat(PushEndpoint.isPublic(InetAddress.getByName(inside))).as(inside).isFalse();
    }
    assertThat(
            PushEndpoint.arePublic(
                InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")))
        .as("one address inside among those of a name")
        .isFalse();
    for (var outside : List.of("93.184.216.34", "2606:2800:220:1::1", "100.128.0.1")) {
      assertThat(PushEndpoint.isPublic(InetAddress.getByName(outside))).as(outside).isTrue();
    }
  }

  private PushCourier courier(PushEndpoint endpoints, PushKey by, Installation.Mode mode) {
    return new PushCourier(
        outbox, devices, endpoints, by, MailOnItsWay.installation(mode), json, clock);
  }

  private String storedKey() {
    return encoded(
        jdbc.sql("select public from notifications_push_key").query(byte[].class).single());
  }

  /// Opens what it wrapped itself; for what was there before it says this.
  private record Wrapping(IllegalStateException says) implements KeyWrapping {
    @Override
    public byte[] wrap(byte[] bytes, String purpose) {
      var wrapped = Arrays.copyOf(bytes, bytes.length + 1);
      wrapped[bytes.length] = 99;
      return wrapped;
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String purpose) {
      if (wrapped[0] == 1) {
        throw says;
      }
      return Arrays.copyOf(wrapped, wrapped.length - 1);
    }
  }

  private void remind() {
    notifications.remind(
        mira,
        "mira@example.invalid",
        Reminder.CHECK_BACK,
        Notice.CHECK_BACK,
        "Mira",
        new Link("/check-back/1", Duration.ofMinutes(25)),
        new Link("/notices"));
  }

  private void assertSignedByUs(String authorization) throws Exception {
    var parts = authorization.replaceFirst("^vapid t=", "").split(", k=");
    assertThat(parts[1]).isEqualTo(key.publicKey());
    var token = parts[0].split("\\.");
    var claims = new String(BASE64.decode(token[1]), StandardCharsets.UTF_8);
    assertThat(claims)
        .contains("\"aud\":\"http://127.0.0.1:" + service.getAddress().getPort() + "\"")
        .contains("\"sub\":\"https://therapy.example\"")
        .contains("\"exp\":" + clock.instant().plus(Duration.ofHours(12)).getEpochSecond());
    var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
    verifier.initVerify(KeyFactory.getInstance("EC").generatePublic(spec(BASE64.decode(parts[1]))));
    verifier.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(verifier.verify(BASE64.decode(token[2]))).isTrue();
  }

  private static ECPublicKeySpec spec(byte[] point) throws Exception {
    var parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    return new ECPublicKeySpec(
        new ECPoint(
            new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
            new BigInteger(1, Arrays.copyOfRange(point, 33, 65))),
        parameters.getParameterSpec(ECParameterSpec.class));
  }

  private byte[] point() {
    var w = ((ECPublicKey) browser.getPublic()).getW();
    var point = new byte[65];
    point[0] = 4;
    for (int i = 0; i < 32; i++) {
      point[32 - i] = w.getAffineX().shiftRight(8 * i).byteValue();
      point[64 - i] = w.getAffineY().shiftRight(8 * i).byteValue();
    }
    return point;
  }

  private int waiting() {
    return jdbc.sql("select count(*) from notifications_push").query(Integer.class).single();
  }

  private void take(HttpExchange exchange) {
    try (exchange) {
      var headers = exchange.getRequestHeaders();
      calls.add(
          new Call(
              exchange.getRequestURI().getPath(),
              headers.getFirst("Authorization"),
              headers.getFirst("Content-Encoding"),
              headers.getFirst("TTL"),
              exchange.getRequestBody().readAllBytes()));
      if (endless) {
        exchange.sendResponseHeaders(answer, 0);
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().flush();
        handlers.awaitTermination(1, TimeUnit.HOURS);
        return;
      }
      if (answer == 302) {
        exchange.getResponseHeaders().set("Location", address("/elsewhere"));
      }
      exchange.sendResponseHeaders(answer, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String address(String path) {
    return "http://127.0.0.1:" + service.getAddress().getPort() + path;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
