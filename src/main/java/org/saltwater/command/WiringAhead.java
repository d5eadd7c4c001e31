package org.saltwater.command;

import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/// The demo's wiring, found out once while it is built instead of at every start: which beans there
/// are and what each needs, as generated code (Spring AOT). It is that of a demo with its own
/// database and the settings it comes with, so any other start finds its wiring out by itself
/// (docs/decisions/0006-start-fast.md).
public final class WiringAhead {
  private static final String BEING_MADE = "spring.aot.processing";
  private static final String USED = "spring.aot.enabled";

  /// Say where something is, not what the platform is made of.
  private static final Set<String> HARMLESS =
      Set.of("SALTWATER_JAVA_OPTIONS", "SALTWATER_CHROMIUM");

  private WiringAhead() {}

  /// Whether this process is the build's, which only looks at the wiring.
  public static boolean isBeingMade() {
    return Boolean.getBoolean(BEING_MADE);
  }

  /// Describes a demo; nothing of it is started.
  public static void make(Class<?> platform) {
    SpringApplication.run(
        platform,
        "--saltwater.mode=demo",
        "--saltwater.demo.therapists=40",
        "--saltwater.data=nowhere",
        "--saltwater.address=http://localhost:8080");
  }

  /// Whether what was built is what this process is about to start; if so, it is used.
  static boolean useIfItFits(Class<?> platform) {
    var made =
        ClassUtils.isPresent(
            platform.getName() + "__ApplicationContextInitializer", platform.getClassLoader());
    var fits = made && System.getenv().keySet().stream().noneMatch(WiringAhead::mayChangeTheWiring);
    if (fits) {
      SpringProperties.setFlag(USED);
    }
    return fits;
  }

  private static boolean mayChangeTheWiring(String variable) {
    return (variable.startsWith("SALTWATER_") || variable.startsWith("SPRING_"))
        && !HARMLESS.contains(variable);
  }
}
