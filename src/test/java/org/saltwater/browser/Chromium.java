package org.saltwater.browser;

import com.microsoft.playwright.BrowserType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The browser that the tests drive: the system's own, never downloaded.
public final class Chromium {
  private static final List<String> PLACES =
      List.of(
          "/usr/bin/chromium",
          "/usr/bin/chromium-browser",
          "/usr/bin/google-chrome",
          "/usr/bin/google-chrome-stable",
          "/snap/bin/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");

  /// What keeps Chromium from asking the outside world for anything, and lets a call between two
  /// pages of one machine work without a camera.
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream");

  private Chromium() {}

  public static BrowserType.LaunchOptions options() {
    var arguments = new ArrayList<>(QUIET);
    if ("root".equals(System.getProperty("user.name"))) {
      // Chromium's sandbox refuses to run as root.
      arguments.add("--no-sandbox");
    }
    return new BrowserType.LaunchOptions()
        .setExecutablePath(find())
        .setHeadless(true)
        .setArgs(arguments);
  }

  private static Path find() {
    return Stream.concat(
            Optional.ofNullable(System.getenv("SALTWATER_CHROMIUM")).stream(), PLACES.stream())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "No Chromium found for the browser tests. Install one (Debian, Ubuntu:"
                        + " apt install chromium; Fedora: dnf install chromium; macOS:"
                        + " brew install --cask chromium) or set SALTWATER_CHROMIUM to its path."));
  }
}
