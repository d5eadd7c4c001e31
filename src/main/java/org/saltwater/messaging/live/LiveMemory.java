package org.saltwater.messaging.live;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps an idle connection small: people leave a conversation open all day. Tomcat gives each one
/// five buffers of 8 KB, which would be most of what it costs (docs/benchmarks.md).
@Configuration(proxyBeanMethods = false)
class LiveMemory {
  private static final String FRAMES = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

  /// Runs before the server starts, which is when Tomcat reads the property.
  @Bean
  static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> smallBuffers() {
    return server -> {
      System.setProperty(FRAMES, "1024");
      server.addConnectorCustomizers(
          connector -> {
            connector.setProperty("socket.appReadBufSize", "1024");
            connector.setProperty("socket.appWriteBufSize", "2048");
          });
    };
  }
}
