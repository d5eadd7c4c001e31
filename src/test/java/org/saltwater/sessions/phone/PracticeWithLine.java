package org.saltwater.sessions.phone;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
public class PracticeWithLine {
  @Bean
  @Primary
  ScriptedLine scriptedLine() {
    return new ScriptedLine();
  }
}
