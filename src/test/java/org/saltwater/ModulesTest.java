package org.saltwater;

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
    Files.writeString(PICTURE, ModulePicture.of(modules).asMarkdown());
  }
}
