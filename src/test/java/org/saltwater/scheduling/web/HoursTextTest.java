package org.saltwater.scheduling.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("time")
class HoursTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      textBlock =
          """
          9-12                          > 09:00–12:00
          9:00 – 12:30, 13.30 to 17     > 09:00–12:30, 13:30–17:00
          9am-12pm and 1pm-5:30pm       > 09:00–12:00, 13:00–17:30
          12am-1am                      > 00:00–01:00
          20h30 until 24                > 20:30–24:00
          0-24                          > 00:00–24:00
          ''                            > ''
          """)
  void hoursAreReadTheWayPeopleWriteThem(String typed, String read) {
    assertThat(HoursText.write(HoursText.read(typed))).isEqualTo(read);
    assertThat(HoursText.write(HoursText.read(read))).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"whenever", "9", "12-9", "9-9", "25-26", "9-12:75", "13pm-14pm", "9-12-15", "-"})
  void whatCantBeReadIsRefused(String typed) {
    assertThatThrownBy(() -> HoursText.read(typed)).isInstanceOf(IllegalArgumentException.class);
  }
}
