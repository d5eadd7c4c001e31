package org.saltwater.identity.secondstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.PersonId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;

@SaltwaterTest
@Tag("record")
class SecretKeeperTest {
  private static final byte[] SECRET = "an authenticator’s secret".getBytes(StandardCharsets.UTF_8);

  @Autowired SecretKeeper keeper;
  @Autowired Installation installation;
  @Autowired KeyWrapping wrapping;
  @Autowired Vault vault;

  @Test
  void theKeyOnTheDiskOpensNothingWithoutTheRootKey() throws Exception {
    var file = SecretKeeper.fileIn(installation.data());
    var kept = Base64.getDecoder().decode(Files.readString(file).strip());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(new String(kept, StandardCharsets.ISO_8859_1))
        .as("a key in the clear names its kind")
        .doesNotContain("AesGcmKey");
    assertThat(
            new String(wrapping.unwrap(kept, "identity.second-step"), StandardCharsets.ISO_8859_1))
        .contains("AesGcmKey");
    assertThatThrownBy(() -> wrapping.unwrap(kept, "another purpose"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void secretsOpenAfterTheRootKeyWasChangedAndTheOldOneRetired() {
    var person = PersonId.random();
    var sealedBefore = keeper.seal(person, SECRET);

    vault.rotateRoot();
    vault.retireOldRoots();

    var later = new SecretKeeper(installation, wrapping);
    assertThat(later.open(person, sealedBefore)).isEqualTo(SECRET);
    assertThatThrownBy(() -> later.open(PersonId.random(), sealedBefore))
        .isInstanceOf(IllegalStateException.class);
  }
}
