package org.saltwater.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saltwater.kernel.Redacted;

/// A hundred telephones at once, played by sipp, behind a trunk that wants us to sign in.
@Tag("room")
class HundredCallsTest {
  private static final int CALLS = 100;

  @TempDir Path folder;

  @Test
  void aHundredCallsSignInAreAnsweredAndHungUp() throws Exception {
    try (var sipp = new Sipp(folder)) {
      var line = sipp.line("a secret of the line");
      try {
        var heard = new ArrayList<Heard>();
        var legs = new ArrayList<PhoneLeg>();
        for (var each = 0; each < CALLS; each++) {
          heard.add(new Heard());
          legs.add(line.dial(new Redacted<>(Telephone.NUMBER), heard.getLast()));
        }
        await()
            .atMost(Duration.ofSeconds(4))
            .until(() -> heard.stream().allMatch(it -> it.told().contains("answered")));
        legs.forEach(PhoneLeg::hangUp);
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> heard.stream().allMatch(it -> it.last().equals("ended WE_HUNG_UP")));
        assertThat(line.state()).isInstanceOf(LineState.Ready.class);
      } finally {
        line.destroy();
      }
    }
  }

  @Test
  void aCallWithAWrongPasswordIsRefused() throws Exception {
    try (var sipp = new Sipp(folder)) {
      var line = sipp.line("not the secret");
      try {
        var heard = new Heard();
        line.dial(new Redacted<>(Telephone.NUMBER), heard);
        await().atMost(Duration.ofSeconds(8)).until(() -> heard.last().equals("ended REFUSED"));
      } finally {
        line.destroy();
      }
    }
  }

  private static final class Sipp implements AutoCloseable {
    private final int port = Telephone.freeUdpPort();
    private final Process process;

    Sipp(Path folder) throws Exception {
      process =
          new ProcessBuilder(
                  "sipp",
                  "-sf",
                  Path.of(Sipp.class.getResource("/sipp/trunk.xml").toURI()).toString(),
                  "-i",
                  "127.0.0.1",
                  "-p",
                  Integer.toString(port),
                  "-nostdin")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start();
    }

    BridgedLine line(String password) {
      var line =
          BridgedLine.open(
              new Phone(
                  "sip:127.0.0.1:" + port,
                  "saltwater",
                  password,
                  "+49305550100",
                  "127.0.0.1:" + Telephone.freeUdpPort(),
                  "",
                  "33000-33999",
                  "",
                  false),
              Clock.systemUTC());
      await().atMost(Duration.ofSeconds(20)).until(() -> line.state() instanceof LineState.Ready);
      return line;
    }

    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }
}
