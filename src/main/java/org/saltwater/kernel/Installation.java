package org.saltwater.kernel;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// This installation: one practice.
///
/// @param mode demo or serve
/// @param data the folder that lasts: keys, and the embedded database
/// @param address where people reach it; links in mails and passkeys are bound to it
/// @param practice the practice's name, as people read it
@ConfigurationProperties("saltwater")
public record Installation(
    @DefaultValue("SERVE") Mode mode,
    Path data,
    @DefaultValue("http://localhost:8080") URI address,
    @DefaultValue("Saltwater") String practice) {

  /// A demo holds invented people only, and says so on every page.
  public enum Mode {
    DEMO,
    SERVE
  }

  public boolean isDemo() {
    return mode == Mode.DEMO;
  }
}
