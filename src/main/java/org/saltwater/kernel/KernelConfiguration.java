package org.saltwater.kernel;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WaysWanted.class)
class KernelConfiguration {
  /// Steps back for a clock that a demo or a test brings along.
  @Bean
  @Fallback
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  WaysToMeet waysToMeet(WaysWanted wanted, ObjectProvider<PhoneLine> line) {
    var found = line.getIfAvailable();
    return found == null
        ? new WaysToMeet(wanted.modalities())
        : new WaysToMeet(wanted.modalities(), found);
  }
}
