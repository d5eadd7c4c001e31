package org.saltwater;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {
  private final ApplicationModules modules = ApplicationModules.of(Saltwater.class);

  @Test
  void modulesUseOnlyWhatTheyDeclareAndNoCycleExists() {
    modules.verify();
  }
}
