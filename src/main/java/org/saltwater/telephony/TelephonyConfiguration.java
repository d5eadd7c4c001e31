package org.saltwater.telephony;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Phone.class)
class TelephonyConfiguration {
  @Bean
  Telephony telephony(Phone phone, Clock clock) {
    return phone.isConfigured() ? BridgedLine.open(phone, clock) : new NoLine();
  }
}
