package org.saltwater.identity.password;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Redacted;

/// The rules as they are for Robin Seaworth of the practice Blue Harbour.
public record PasswordRulesFixture(PasswordRules rules) {
  public static PasswordRulesFixture with(String breached) {
    return new PasswordRulesFixture(
        new PasswordRules(
            new KnownPasswords(breached),
            new Installation(
                Installation.Mode.SERVE,
                Path.of("target"),
                URI.create("https://therapy.example"),
                "Blue Harbour")));
  }

  public Optional<String> problem(String password) {
    return rules.problem(
        new Redacted<>(password), List.of("Robin Seaworth", "robin@harbour.example"));
  }
}
