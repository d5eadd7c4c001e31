package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saltwater.identity.password.PasswordRulesFixture;
import org.saltwater.identity.password.Passwords;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.testing.TestClock;

/// What a password may be, and how often it may be tried.
class PasswordRulesTest {
  private final PasswordRulesFixture rules = PasswordRulesFixture.with("");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the sea after rain",
        "aaaabbbbccccddd e",
        "海の匂いと雨の後の静かな朝の光と風",
        "👩‍👩‍👧🌊🌧️⛵🐚🦀🐟🐠🐬🐳🦭🪸🌅",
        "five grey herons at low tide",
        "               x y z              "
      })
  void anyFifteenCharactersWillDo(String password) {
    assertThat(rules.problem(password)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fourteen chars, password-short",
    "passwordpassword, password-known",
    "correct horse battery staple, password-known",
    "123456789012345, password-known",
    "qwertyuiopasdfgh, password-known",
    "aaaaaaaaaaaaaaaaaa, password-known",
    "abcabcabcabcabcabc, password-known",
    "password1234567890, password-known",
    "zyxwvutsrqponmlkjih, password-known",
    "robin.seaworth1999, password-own",
    "Robin Seaworth 2026!, password-own",
    "robin@harbour.example, password-own",
    "iloveyouforever, password-known",
    "thisismypassword, password-known",
    "iloveyou-forever!!, password-known",
    "sunshine-princess-2020, password-known",
    "monkeydragonmaster, password-known",
    "mynameisjohnsmith, password-known",
    "saltwater-saltwater, password-own",
    "BlueHarbour-12345, password-own"
  })
  void whatAttackersTryFirstIsRefused(String password, String why) {
    assertThat(rules.problem(password)).contains("identity.field." + why);
  }

  @Test
  void lengthCountsCharactersNotBytesAndEndsAtTwoHundredAndFiftySix() {
    assertThat(rules.problem("🌊".repeat(7))).contains("identity.field.password-short");
    assertThat(rules.problem("the sea after rain ".repeat(20).substring(0, 256))).isEmpty();
    assertThat(rules.problem("the sea after rain ".repeat(20).substring(0, 257)))
        .contains("identity.field.password-long");
  }

  @Test
  void anOperatorsFileOfBreachedPasswordsIsHeeded(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("breached.txt"), "the sea after rain\n");
    assertThat(PasswordRulesFixture.with(file.toString()).problem("The Sea After Rain"))
        .contains("identity.field.password-known");
  }

  @Test
  void theOperatorsFileMayHaveCountsAndBytesOfAnOlderTime(@TempDir Path folder) throws Exception {
    var file = folder.resolve("breached.txt");
    Files.write(file, "caf\u00e9 am grauen Meer,311\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(
        file,
        "sieben kr\u00e4hen im Herbst,12\nfive calm herons, 1999\n"
            .getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.APPEND);
    var heeding = PasswordRulesFixture.with(file.toString());

    for (var password :
        new String[] {
          "Caf\u00e9 am grauen Meer", "Sieben Kr\u00e4hen im Herbst", "five calm herons, 1999"
        }) {
      assertThat(heeding.problem(password)).contains("identity.field.password-known");
      assertThat(rules.problem(password)).isEmpty();
    }
  }

  @Test
  void theSamePasswordTypedOnAnotherKeyboardIsTheSame() {
    var passwords = new Passwords();
    var hash = passwords.hash(new Redacted<>("caf\u00e9 by the grey sea"));

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches(new Redacted<>("cafe\u0301 by the grey sea"), hash)).isTrue();
    assertThat(passwords.matches(new Redacted<>("cafe by the grey sea"), hash)).isFalse();
    assertThat(passwords.matches(new Redacted<>("cafe by the grey sea"), null)).isFalse();
  }

  @Test
  void attemptsRunOutAndComeBackWithTime() {
    var clock = new TestClock();
    var limits = new RateLimits(clock, true);
    for (int i = 0; i < 5; i++) {
      limits.spend(RateLimit.CODE, "robin");
    }

    assertThatThrownBy(() -> limits.spend(RateLimit.CODE, "Robin "))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.type()).isEqualTo(GeneralProblem.TOO_MANY_REQUESTS));
    limits.spend(RateLimit.CODE, "someone else");
    limits.giveBack(RateLimit.CODE, "robin");
    limits.spend(RateLimit.CODE, "robin");
    clock.advance(RateLimit.CODE.period());
    limits.spend(RateLimit.CODE, "robin");
  }
}
