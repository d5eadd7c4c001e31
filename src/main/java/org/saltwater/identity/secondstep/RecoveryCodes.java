package org.saltwater.identity.secondstep;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.saltwater.identity.link.Token;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Ten codes for the day the authenticator app is lost, each good once. 120 random bits each: with
/// 112 or more a plain hash is enough to keep them (NIST SP 800-63B-4 §3.1.2.2).
@Repository
class RecoveryCodes {
  private static final int HOW_MANY = 10;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;

  RecoveryCodes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// New ones in place of all older ones.
  List<String> renew(PersonId person) {
    forget(person);
    var codes = IntStream.range(0, HOW_MANY).mapToObj(each -> random()).toList();
    for (var code : codes) {
      jdbc.sql("insert into identity_recovery_code (person, code_hash) values (:person, :hash)")
          .param("person", person.value())
          .param("hash", hash(code))
          .update();
    }
    return codes;
  }

  boolean spend(PersonId person, String code) {
    return jdbc.sql(
                "delete from identity_recovery_code where person = :person and code_hash = :hash")
            .param("person", person.value())
            .param("hash", hash(code))
            .update()
        > 0;
  }

  int count(PersonId person) {
    return jdbc.sql("select count(*) from identity_recovery_code where person = :person")
        .param("person", person.value())
        .query(Integer.class)
        .single();
  }

  void forget(PersonId person) {
    jdbc.sql("delete from identity_recovery_code where person = :person")
        .param("person", person.value())
        .update();
  }

  private static String random() {
    var bytes = new byte[15];
    RANDOM.nextBytes(bytes);
    return Totp.base32(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
  }

  /// As people type it: with or without the hyphens, in any case.
  private static byte[] hash(String code) {
    return new Token(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "")).hash();
  }
}
