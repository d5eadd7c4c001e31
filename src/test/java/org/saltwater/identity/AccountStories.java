package org.saltwater.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.saltwater.identity.passkey.Passkeys;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.Role;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;

/// People with accounts, and the mails about them.
abstract class AccountStories {
  static final String PASSWORD = Robin.PASSWORD;
  static final String OTHER = "a lighthouse in the fog";
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired SignIns signIns;
  @Autowired Passkeys passkeys;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @BeforeEach
  void resetClock() {
    clock.reset();
  }

  /// As Spring Security keeps them; what the device would sign with does not matter here.
  void addPasskey(PersonId owner, String label) {
    var bits = owner.value();
    var handle =
        ByteBuffer.allocate(16)
            .putLong(bits.getMostSignificantBits())
            .putLong(bits.getLeastSignificantBits())
            .array();
    jdbc.sql(
            """
            insert into user_credentials
              (credential_id, user_entity_user_id, public_key, signature_count, uv_initialized,
               backup_eligible, authenticator_transports, public_key_credential_type, backup_state, created,
               last_used, label)
            values (:id, :owner, '\\x00', 0, true, true, 'internal', 'public-key', true, now(), now(), :label)
            """)
        .param("id", new Bytes(UUID.randomUUID().toString().getBytes(UTF_8)).toBase64UrlString())
        .param("owner", new Bytes(handle).toBase64UrlString())
        .param("label", label)
        .update();
  }

  String linkTo(String email, String path) {
    var mails = new Visit(port).get("/demo/mail").body();
    var found =
        Pattern.compile(
                Pattern.quote("To " + email)
                    + "(?:(?!<article).)*?("
                    + Pattern.quote(path)
                    + "[\\w-]+)",
                Pattern.DOTALL)
            .matcher(mails);
    assertThat(found.find()).as("a mail to %s with a link to %s", email, path).isTrue();
    return found.group(1);
  }

  Visit signedIn(PersonId id) {
    var visit = new Visit(port);
    visit.setCookie("__Host-saltwater", signIns.issue(id, "Test").value());
    return visit;
  }

  Person register() {
    return Robin.registeredWith(people, Role.CLIENT);
  }
}
