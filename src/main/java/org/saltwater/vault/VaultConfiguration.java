package org.saltwater.vault;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.KeyWrapping;
import org.saltwater.kernel.Redacted;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VaultConfiguration.Settings.class)
class VaultConfiguration {

  /// @param rootKey a file, or a key service's address (`aws-kms://…`); none means `keys/root.json`
  ///     in the data folder
  /// @param passphrase opens the file; without one the file is plain text
  @ConfigurationProperties("saltwater.vault")
  record Settings(@Nullable String rootKey, @Nullable String passphrase) {
    @Override
    public String toString() {
      return "Settings[redacted]";
    }
  }

  /// A demo makes its key at the first start. A real practice never makes one silently: a new key
  /// beside old data would look like a working installation that has lost everything.
  @Bean
  RootKey rootKey(Settings settings, Installation installation) {
    var where = settings.rootKey();
    if (where != null && where.contains("://")) {
      return RootKeyInService.at(where);
    }
    var file = where == null ? RootKeyFile.fileIn(installation.data()) : Path.of(where);
    var passphrase = Optional.ofNullable(settings.passphrase()).map(Redacted::new);
    return installation.isDemo() && !RootKeyFile.exists(file)
        ? RootKeyFile.make(file, passphrase)
        : RootKeyFile.open(file, passphrase);
  }

  @Bean
  KeyWrapping keyWrapping(RootKey rootKey) {
    return rootKey.wrapping();
  }
}
