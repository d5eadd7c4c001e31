package org.saltwater.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/// A real telephone: baresip, which plays the trunk and the one who is called in one.
final class Telephone implements AutoCloseable {
  static final String NUMBER = "+491700000001";
  static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private static final String BOTH_LAWS = "PCMU,PCMA";
  private static final int A = 440;

  private final int port = freeUdpPort();
  private final int controlPort = freeTcpPort();
  private final Path folder;
  private final Process process;
  private final Socket control;
  private final StringBuilder said = new StringBuilder();

  private Telephone(Path folder, String number, boolean answersAtOnce, String codecs, int hertz)
      throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("accounts"),
        "<sip:%s@127.0.0.1:%d>;regint=0;answermode=%s;audio_codecs=%s;dtmfmode=rtpevent%n"
            .formatted(number, port, answersAtOnce ? "auto" : "manual", codecs));
    Files.writeString(folder.resolve("contacts"), "");
    Files.write(folder.resolve("tone.wav"), tone(hertz));
    Files.writeString(folder.resolve("config"), config(folder));
    process =
        new ProcessBuilder("baresip", "-f", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    control = connect();
    Thread.ofVirtual().start(this::listen);
  }

  static Telephone thatAnswers(Path folder) throws IOException {
    return thatAnswers(folder, NUMBER);
  }

  /// @param number which it answers to, and nobody else
  static Telephone thatAnswers(Path folder, String number) throws IOException {
    return new Telephone(folder, number, true, BOTH_LAWS, A);
  }

  /// @param codec the one that it speaks, `PCMU` or `PCMA`
  /// @param hertz the tone that it says all the time
  static Telephone thatSays(Path folder, String number, String codec, int hertz)
      throws IOException {
    return new Telephone(folder, number, true, codec, hertz);
  }

  static Telephone thatRings(Path folder) throws IOException {
    return new Telephone(folder, NUMBER, false, BOTH_LAWS, A);
  }

  int port() {
    return port;
  }

  void dial(int bridgePort) throws IOException {
    command("dial", "sip:+49305550100@127.0.0.1:" + bridgePort);
  }

  void hangUp() throws IOException {
    command("hangup", "");
  }

  void answer() throws IOException {
    command("accept", "");
  }

  void press(String keys) throws IOException {
    for (var key : keys.toCharArray()) {
      command("sndcode", String.valueOf(key));
      // A finger stays on a key for a while.
      Awaitility.await().pollDelay(Duration.ofMillis(180)).until(() -> true);
      command("sndcode", "\u0004");
    }
  }

  boolean isInACall() throws IOException {
    return eventsOf("CALL_ESTABLISHED") > eventsOf("CALL_CLOSED");
  }

  int eventsOf(String kind) {
    synchronized (said) {
      return said.toString().split(kind, -1).length - 1;
    }
  }

  /// How loud the loudest sample was that came out of the telephone so far, 0 to 32,767.
  int loudestHeard() throws IOException {
    var loudest = 0;
    for (var sample : heard()) {
      loudest = Math.max(loudest, Math.abs((int) sample));
    }
    return loudest;
  }

  /// How much of what was heard in the last second is this tone, 0 to 1 (Goertzel’s way).
  double shareOf(int hertz) throws IOException {
    var all = heard();
    var from = Math.max(0, all.length - 8_000);
    var turn = 2 * Math.cos(2 * Math.PI * hertz / 8_000);
    var last = 0.0;
    var before = 0.0;
    var whole = 1.0;
    for (var at = from; at < all.length; at++) {
      var now = all[at] + turn * last - before;
      before = last;
      last = now;
      whole += (double) all[at] * all[at];
    }
    var power = last * last + before * before - turn * last * before;
    return 2 * power / (whole * Math.max(1, all.length - from));
  }

  private short[] heard() throws IOException {
    try (var files = Files.list(folder)) {
      var heard = files.filter(it -> it.getFileName().toString().endsWith("dec.wav")).findFirst();
      if (heard.isEmpty()) {
        return new short[0];
      }
      var wav = ByteBuffer.wrap(Files.readAllBytes(heard.get())).order(ByteOrder.LITTLE_ENDIAN);
      var samples = new short[Math.max(0, (wav.limit() - 44) / 2)];
      for (var at = 0; at < samples.length; at++) {
        samples[at] = wav.getShort(44 + 2 * at);
      }
      return samples;
    }
  }

  /// What the system does to a process that it needs the memory of.
  void die() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    control.close();
    process.destroy();
    if (!process.waitFor(3, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private void command(String command, String params) throws IOException {
    var json =
        "{\"command\":\"%s\",\"params\":\"%s\",\"token\":\"t\"}"
            .formatted(command, params.replace("\u0004", "\\u0004"));
    control.getOutputStream().write((json.length() + ":" + json + ",").getBytes(UTF_8));
    control.getOutputStream().flush();
  }

  private void listen() {
    var bytes = new byte[4_096];
    try {
      for (var read = control.getInputStream().read(bytes);
          read > 0;
          read = control.getInputStream().read(bytes)) {
        synchronized (said) {
          said.append(new String(bytes, 0, read, UTF_8));
        }
      }
    } catch (IOException closed) {
      return;
    }
  }

  private Socket connect() {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .ignoreExceptions()
        .until(
            () -> {
              var socket = new Socket();
              socket.connect(new InetSocketAddress(HERE, controlPort), 500);
              return socket;
            },
            Socket::isConnected);
  }

  private String config(Path folder) throws IOException {
    return """
    sip_listen 127.0.0.1:%d
    call_local_timeout 120
    call_max_calls 8
    audio_player aubridge,nil
    audio_source aufile,%s
    audio_alert aufile,/dev/null
    ausrc_srate 8000
    auplay_srate 8000
    ausrc_channels 1
    auplay_channels 1
    audio_txmode thread
    rtp_ports 20000-29000
    rtcp_mux no
    net_interface 127.0.0.1
    module_path %s
    module g711.so
    module aubridge.so
    module aufile.so
    module sndfile.so
    module_tmp uuid.so
    module_tmp account.so
    module_app menu.so
    module_app ctrl_tcp.so
    snd_path %s
    ctrl_tcp_listen 127.0.0.1:%d
    """
        .formatted(port, folder.resolve("tone.wav"), modules(), folder, controlPort);
  }

  private static Path modules() throws IOException {
    try (var found =
        Files.find(Path.of("/usr/lib"), 4, (path, _) -> path.endsWith("ctrl_tcp.so"))) {
      return found.findFirst().orElseThrow().getParent();
    }
  }

  /// A minute of a tone as a WAV file.
  private static byte[] tone(int hertz) {
    var samples = 60 * 8_000;
    var wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(UTF_8)).putInt(36 + 2 * samples).put("WAVEfmt ".getBytes(UTF_8));
    wav.putInt(16).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(16_000);
    wav.putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(UTF_8)).putInt(2 * samples);
    for (var at = 0; at < samples; at++) {
      wav.putShort((short) (8_000 * Math.sin(2 * Math.PI * hertz * at / 8_000)));
    }
    return wav.array();
  }

  static int freeUdpPort() {
    try (var socket = new DatagramSocket(0, HERE)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freeTcpPort() {
    try (var socket = new ServerSocket(0, 1, HERE)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
