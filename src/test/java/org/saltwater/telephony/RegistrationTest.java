package org.saltwater.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.telephony.LineState.Reason;

/// A trunk that wants to be told where the practice is (RFC 3261 §10), and by whom.
@Tag("room")
class RegistrationTest {
  private static final String USER = "line";
  private static final String PASSWORD = "a secret of the line";
  private static final Duration SOON = Duration.ofSeconds(20);

  private final List<String> granted = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private ScriptedTrunk trunk;
  private int port;

  @BeforeEach
  void begin() throws Exception {
    trunk = new ScriptedTrunk();
    trunk.answers("REGISTER", this::register);
    port = Telephone.freeUdpPort();
  }

  @AfterEach
  void end() {
    trunk.close();
  }

  @Test
  void theLineSignsInSaysWhereItIsStaysKnownAndSaysGoodbye() {
    var line = line(PASSWORD);
    try {
      await().atMost(SOON).until(() -> line.state() instanceof LineState.Ready);
      assertThat(refused.getFirst()).as("asked first who it is").doesNotContain("Authorization");
      assertThat(granted.getFirst())
          .contains(
              "REGISTER sip:127.0.0.1:" + trunk.port(),
              "To: <sip:line@127.0.0.1>",
              "Contact: <sip:line@127.0.0.1:" + port,
              "Expires: 600")
          .doesNotContain(PASSWORD);
      await().atMost(SOON).until(() -> granted.size() >= 2);
      assertThat(header(granted.get(1), "Call-ID"))
          .as("one registration, told again")
          .isEqualTo(header(granted.getFirst(), "Call-ID"));
    } finally {
      line.destroy();
    }
    assertThat(granted.getLast()).contains("Expires: 0");
  }

  @Test
  void aWrongPasswordIsToldAsOneAndALineThatMayNotRegisterAsThat() {
    var line = line("not the secret");
    try {
      await().atMost(SOON).until(() -> is(line, Reason.SIGN_IN_REFUSED));
      trunk.answers("REGISTER", _ -> new ScriptedTrunk.Said("404 Not Found", ""));
      await().atMost(SOON).until(() -> is(line, Reason.NOT_REGISTERED));
      assertThat(granted).isEmpty();
    } finally {
      line.destroy();
    }
  }

  @Test
  void withoutAUserThereIsNobodyToRegister() {
    assertThatThrownBy(() -> phone("", "")).hasMessageContaining("register: needs a user");
  }

  /// As a trunk does: MD5 as in RFC 2617, computed here once more and not by our own code.
  private ScriptedTrunk.Said register(String request) {
    var signature = header(request, "Authorization");
    var secret = hash(USER + ":phone.example:" + PASSWORD);
    var asked = hash("REGISTER:" + part(signature, "uri"));
    var right =
        hash(
            String.join(
                ":",
                secret,
                "n0nce",
                part(signature, "nc"),
                part(signature, "cnonce"),
                "auth",
                asked));
    if (!part(signature, "response").equals(right)) {
      refused.add(request);
      return new ScriptedTrunk.Said(
          "401 Unauthorized",
          "WWW-Authenticate: Digest realm=\"phone.example\",nonce=\"n0nce\",qop=\"auth\"\r\n");
    }
    granted.add(request);
    return new ScriptedTrunk.Said("200 OK", header(request, "Contact", "") + ";expires=2\r\n");
  }

  private BridgedLine line(String password) {
    return BridgedLine.open(phone(USER, password), Clock.systemUTC());
  }

  private Phone phone(String user, String password) {
    return new Phone(
        "sip:127.0.0.1:" + trunk.port(),
        user,
        password,
        "+49305550100",
        "127.0.0.1:" + port,
        "",
        "39000-39999",
        "",
        true);
  }

  private static boolean is(BridgedLine line, Reason reason) {
    return line.state() instanceof LineState.Unreachable(var _, var why) && why == reason;
  }

  private static String header(String request, String name) {
    return header(request, name, name + ":").strip();
  }

  /// The line of a header, without what it begins with.
  private static String header(String request, String name, String without) {
    return request
        .lines()
        .filter(it -> it.startsWith(name + ":"))
        .map(it -> it.substring(without.length()))
        .findFirst()
        .orElse("");
  }

  private static String part(String signature, String name) {
    var found = Pattern.compile("[ ,]" + name + "=\"?([^\",]*)").matcher(signature);
    return found.find() ? found.group(1) : "";
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
