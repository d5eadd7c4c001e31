package org.saltwater.testing;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class TestPlatform {
  @Bean
  DataSource dataSource() {
    return TestDatabase.fresh();
  }

  @Bean
  @Primary
  TestClock testClock() {
    return new TestClock();
  }

  /// Only so that the platform's own clock steps back.
  @Bean
  Clock clock(TestClock testClock) {
    return testClock;
  }
}
