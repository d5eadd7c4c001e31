package org.saltwater.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saltwater.database.DatabaseConfiguration.NoAddress;
import org.springframework.mock.env.MockEnvironment;

class ExternalAddressTest {
  @Test
  void itIsReadAsPostgresqlsOwnProgramsReadIt() {
    var address =
        ExternalAddress.of("postgresql://ada:p%40ss%3Aw%2Frd+1@db.example/care?sslmode=require");

    assertThat(address.jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example:5432/care?sslmode=require");
    assertThat(address.user()).hasValue("ada");
    assertThat(address.password()).hasValue("p@ss:w/rd+1");
    assertThat(ExternalAddress.of(" jdbc:postgresql://db.example/care\n").jdbcUrl())
        .isEqualTo("jdbc:postgresql://db.example/care");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ada:s3cret word@db.example/care",
        "postgresql://ada:s3cret%zz@db.example/care",
        "postgresql://ada:s3cret@/care",
        "postgresql://ada:s3cret@db_example:five/care",
        "postgresql:ada:s3cret@db.example",
        "mysql://ada:s3cret@db.example/care",
        "jdbc:postgresql://ada:s3cret@db.example:five/care",
        "jdbc:mysql://db.example/care?password=s3cret",
        "s3cret"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> ExternalAddress.of(url))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasNoCause()
        .hasMessageContaining("SALTWATER_DATABASE_URL")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aBlankSettingIsNone() {
    assertThat(embedded(null)).isTrue();
    assertThat(embedded("")).isTrue();
    assertThat(embedded("  ")).isTrue();
    assertThat(embedded("postgresql://db.example/care")).isFalse();
  }

  private static boolean embedded(String setting) {
    var settings = new MockEnvironment();
    if (setting != null) {
      settings.setProperty("saltwater.database.url", setting);
    }
    return NoAddress.isMissing(settings);
  }
}
