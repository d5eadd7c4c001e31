package org.saltwater.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class GreetingTest {
  @Test
  void theHourOfTheDayIsGreetedAndTheNightIsNotCalledGood() {
    assertThat(Greeting.at(LocalTime.of(4, 59))).isEqualTo(Greeting.NIGHT);
    assertThat(Greeting.at(LocalTime.of(5, 0))).isEqualTo(Greeting.MORNING);
    assertThat(Greeting.at(LocalTime.of(12, 0))).isEqualTo(Greeting.AFTERNOON);
    assertThat(Greeting.at(LocalTime.of(18, 0))).isEqualTo(Greeting.EVENING);
    assertThat(Greeting.at(LocalTime.of(22, 59))).isEqualTo(Greeting.EVENING);
    assertThat(Greeting.at(LocalTime.of(23, 0))).isEqualTo(Greeting.NIGHT);
  }
}
