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
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.PersonId;
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
    service.start();
    var endpoints = new PushEndpoint(true);
    devices = new PushDevices(jdbc, endpoints, clock);
    courier =
        new PushCourier(
            outbox,
            devices,
            endpoints,
            key,
            MailOnItsWay.installation(Installation.Mode.SERVE),
            json,
            clock);
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
    for (var outside : List.of("93.184.216.34", "2606:2800:220:1::1", "100.128.0.1")) {
      assertThat(PushEndpoint.isPublic(InetAddress.getByName(outside))).as(outside).isTrue();
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
      exchange.sendResponseHeaders(answer, -1);
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
