package org.saltwater.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
  @TempDir Path folder;

  @Test
  void theFileIsMadeAndReplacedForItsOwnerAlone() throws IOException {
    var file = folder.resolve("keys").resolve("some.key");
    PrivateFile.write(file, "one");
    PrivateFile.write(file, "two");

    assertThat(file).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryContaining(it -> it.equals(file));
    try (var all = Files.list(file.getParent())) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void whatCanNotBeWrittenLeavesNoHalfMadeSecretBehind() throws IOException {
    var inTheWay = Files.createDirectories(folder.resolve("some.key").resolve("not empty"));

    assertThatThrownBy(() -> PrivateFile.write(inTheWay.getParent(), "secret"))
        .isInstanceOf(IOException.class);
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(inTheWay.getParent());
    }
  }
}
