package org.saltwater.command;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.saltwater.database.PostgresOnItsWay;
import org.saltwater.kernel.Installation.Mode;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// One start of the platform in this process.
///
/// @param everywhere listens on every address instead of this machine's own
record Server(Class<?> platform, Mode mode, int port, Path data, boolean everywhere) {

  /// Starts, and returns once requests are answered.
  ///
  /// @throws StartRefused if the port is taken
  ConfigurableApplicationContext start(String... more) {
    refuseBusyPort();
    var arguments =
        new ArrayList<>(
            List.of(
                "--server.port=" + port,
                "--saltwater.mode=" + mode.name().toLowerCase(Locale.ROOT),
                "--saltwater.data=" + data));
    if (!everywhere) {
      arguments.add("--server.address=localhost");
    }
    if (mode == Mode.DEMO) {
      arguments.add("--saltwater.address=" + address());
    }
    arguments.addAll(List.of(more));
    var application = new SpringApplication(platform);
    application.setBannerMode(Banner.Mode.OFF);
    if (mode == Mode.DEMO && WiringAhead.useIfItFits(platform)) {
      var postgres = PostgresOnItsWay.in(data);
      application.addInitializers(
          context -> context.getBeanFactory().registerSingleton("postgresOnItsWay", postgres));
    }
    return application.run(arguments.toArray(String[]::new));
  }

  String address() {
    return "http://localhost:" + port;
  }

  /// Seconds since this process began, to the tenth.
  static String secondsSinceStart() {
    var runtime = ManagementFactory.getRuntimeMXBean();
    return String.format(Locale.ROOT, "%.1f", runtime.getUptime() / 1000.0);
  }

  /// Asked before anything else is started: a busy port is a matter of a moment to say.
  private void refuseBusyPort() {
    var host = everywhere ? null : InetAddress.getLoopbackAddress();
    try (var probe = new ServerSocket(port, 1, host)) {
      probe.getLocalPort();
    } catch (BindException taken) {
      throw new StartRefused(
          "Port "
              + port
              + " is in use by another program. Stop it, or choose another with --port N.");
    } catch (IOException e) {
      throw new StartRefused("Port " + port + " cannot be opened: " + e.getMessage());
    }
  }
}
