package org.saltwater.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What every command that starts a server takes.
class ServerOptions {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "The port to listen on (default: ${DEFAULT-VALUE}).")
  int port;

  @Mixin final StoreOptions store = new StoreOptions();
}
