package org.saltwater.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.ErrorDetails;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void whatALibraryRepeatsOfAnAddressIsToldWithoutItsPassword() {
    var failure =
        new IllegalStateException(
            "wrapped",
            new IllegalArgumentException(
                "no driver for jdbc:x://ada:s3cret@db.example/care?user=ada&password=s3cret&ssl=on"));

    assertThat(Failures.inWords(failure))
        .contains("IllegalArgumentException", "db.example/care", "ssl=on")
        .doesNotContain("s3cret");
  }

  @Test
  void aRefusalIsToldInItsOwnWords() {
    assertThat(Failures.inWords(new IllegalStateException(new StartRefused("Do this first."))))
        .isEqualTo("Do this first.");
  }

  @Test
  void aFolderOfAnotherVersionIsToldInOneLineThatSaysWhatToDo() {
    var failure =
        new IllegalStateException(
            new FlywayValidateException(
                new ErrorDetails(CoreErrorCode.CHECKSUM_MISMATCH, "checksum mismatch"), "050"));

    assertThat(Failures.inWords(failure))
        .contains("another version", "--data")
        .doesNotContain("050");
  }
}
