package org.saltwater.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.KeyWrapping.Gone;

/// When another module may give up what lies under its key: only when the root key that wrapped it
/// is certainly there no more.
@Tag("record")
class ModuleKeysTest {
  private static final byte[] KEY = "a key".getBytes(StandardCharsets.UTF_8);

  @Test
  void onlyARootKeyThatIsCertainlyGoneIsSaidToBeGone() throws Exception {
    var file = RootKeyFile.fileIn(TestVault.folder());
    var root = RootKeyFile.make(file, Optional.empty());
    var keys = root.wrapping();
    var old = keys.wrap(KEY, "test");

    var otherNode = RootKeyFile.open(file, Optional.empty());
    otherNode.rotate();
    var anew = otherNode.wrapping().wrap(KEY, "test");
    assertThat(keys.unwrap(anew, "test")).as("rotated by another node").isEqualTo(KEY);
    assertThat(keys.unwrap(old, "test")).isEqualTo(KEY);

    assertNotGone(() -> keys.unwrap(old, "another purpose"));
    otherNode.retireOld();
    Files.move(file, file.resolveSibling("away"));
    assertNotGone(() -> keys.unwrap(otherNode.wrapping().wrap(KEY, "x"), "test"));
    Files.move(file.resolveSibling("away"), file);
    root.reload();
    assertThatThrownBy(() -> keys.unwrap(old, "test")).isInstanceOf(Gone.class);
    assertThat(keys.unwrap(anew, "test")).isEqualTo(KEY);
  }

  @Test
  void aKeyServiceThatSaysNoIsNeverAReasonToGiveAnythingUp() {
    var wrapped = new byte[] {1, 0, 0, 0, 1, 5, 5, 5};
    assertNotGone(() -> new ModuleKeys(new Away()).unwrap(wrapped, "test"));
  }

  private static void assertNotGone(Runnable what) {
    assertThatThrownBy(what::run)
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(Gone.class);
  }

  /// A key service that can't be reached.
  private static final class Away implements RootKey {
    @Override
    public Aead aead() {
      return new Aead() {
        @Override
        public byte[] encrypt(byte[] text, byte[] boundTo) throws GeneralSecurityException {
          throw new GeneralSecurityException("away");
        }

        @Override
        public byte[] decrypt(byte[] sealed, byte[] boundTo) throws GeneralSecurityException {
          throw new GeneralSecurityException("away");
        }
      };
    }

    @Override
    public void rotate() {}

    @Override
    public void retireOld() {}

    @Override
    public boolean reload() {
      return false;
    }

    @Override
    public boolean isPlainText() {
      return false;
    }
  }
}
