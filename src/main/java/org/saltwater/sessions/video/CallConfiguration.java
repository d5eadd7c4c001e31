package org.saltwater.sessions.video;

import org.saltwater.messaging.sockets.Endpoint;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Turn.class)
class CallConfiguration {
  @Bean
  Endpoint roomsEndpoint(CallSocket socket, CallDoor door) {
    return new Endpoint("/live/rooms/{appointment}", socket, door);
  }

  @Bean
  Endpoint alongEndpoint(CallSocket socket, AlongDoor door) {
    return new Endpoint("/live/along/{companion}", socket, door);
  }

  @Bean
  Endpoint checkEndpoint(CheckSocket socket, CheckSocket.CheckDoor door) {
    return new Endpoint("/live/check", socket, door);
  }
}
