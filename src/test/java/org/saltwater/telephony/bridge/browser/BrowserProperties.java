package org.saltwater.telephony.bridge.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;

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
}
