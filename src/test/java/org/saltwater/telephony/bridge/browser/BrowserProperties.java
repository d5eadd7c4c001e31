package org.saltwater.telephony.bridge.browser;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("room")
class BrowserProperties {
  private static final InetSocketAddress FROM =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

  @Property(tries = 1_000)
  void whoDoesNotKnowThePasswordGetsNoAnswer(@ForAll @Size(max = 200) byte[] bytes) {
    var ice = new IceLite();
    if (bytes.length >= 20) {
      bytes[0] = 0;
      bytes[1] = 1;
      bytes[2] = 0;
      bytes[3] = (byte) (bytes.length - 20);
      bytes[4] = 0x21;
      bytes[5] = 0x12;
      bytes[6] = (byte) 0xA4;
      bytes[7] = 0x42;
    }
    assertThat(ice.answer(bytes, bytes.length, FROM)).isEmpty();
  }

  @Property(tries = 500)
  void whatIsNoOfferIsRefusedAndNotRepeated(@ForAll String text) {
    assertThatThrownBy(() -> BrowserOffer.read("v=0\r\n" + text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no offer that can be answered");
  }

  @Test
  void whoKnowsTheNameAndThePasswordIsAnsweredAndWhoKnowsTheNameAloneIsNot() throws Exception {
    var ice = new IceLite();
    var check = check(ice.name() + ":them", ice.password());
    var answered = ice.answer(check, check.length, FROM).orElseThrow();
    assertThat(answered.isNominated()).isTrue();
    assertThat(answered.answer()).startsWith(1, 1);
    var guess = check(ice.name() + ":them", "guessed");
    assertThat(ice.answer(guess, guess.length, FROM)).isEmpty();
    var stranger = check("another:them", ice.password());
    assertThat(ice.answer(stranger, stranger.length, FROM)).isEmpty();
  }

  private static byte[] check(String name, String password) throws Exception {
    var user = name.getBytes(US_ASCII);
    var padded = (user.length + 3) & ~3;
    var message = ByteBuffer.allocate(20 + 4 + padded + 4 + 24);
    message.putShort((short) 1).putShort((short) (message.capacity() - 20)).putInt(0x2112A442);
    message.put(new byte[12]);
    message.putShort((short) 6).putShort((short) user.length).put(Arrays.copyOf(user, padded));
    message.putShort((short) 0x25).putShort((short) 0);
    var mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(password.getBytes(US_ASCII), "HmacSHA1"));
    mac.update(message.array(), 0, message.position());
    return message.putShort((short) 8).putShort((short) 20).put(mac.doFinal()).array();
  }
}
