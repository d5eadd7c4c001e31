package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  private static final Path PICTURE = Path.of("docs", "modules.md");
  private final ApplicationModules modules = ApplicationModules.of(Saltwater.class);

  @Test
  void modulesUseOnlyWhatTheyDeclareAndNoCycleExists() {
    modules.verify();
  }

  @Test
  void thePictureInTheDocsIsDrawnFromTheCode() throws IOException {
    var drawn = ModulePicture.of(modules).asMarkdown();
    var kept = Files.readString(PICTURE);
    Files.writeString(PICTURE, drawn);
    assertThat(kept)
        .as("docs/modules.md was stale and is drawn anew: look at it, commit it")
        .isEqualTo(drawn);
  }
}
