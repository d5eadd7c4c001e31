package org.saltwater.messaging.live;

import java.util.List;
import org.saltwater.kernel.Installation;
import org.saltwater.messaging.sockets.Endpoint;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.web.socket.WebSocketExtension;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import org.springframework.web.socket.server.support.DefaultHandshakeHandler;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfiguration implements WebSocketConfigurer {
  private final LiveSocket socket;
  private final LiveHandshake handshake;
  private final ObjectProvider<Endpoint> others;
  private final Installation installation;

  LiveConfiguration(
      LiveSocket socket,
      LiveHandshake handshake,
      ObjectProvider<Endpoint> others,
      Installation installation) {
    this.socket = socket;
    this.handshake = handshake;
    this.others = others;
    this.installation = installation;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    register(registry, new Endpoint("/live", socket, handshake));
    others.orderedStream().forEach(endpoint -> register(registry, endpoint));
  }

  private void register(WebSocketHandlerRegistry registry, Endpoint endpoint) {
    registry
        .addHandler(endpoint.handler(), endpoint.path())
        .addInterceptors(endpoint.door())
        .setHandshakeHandler(new PlainHandshake())
        .setAllowedOrigins(origin(installation));
  }

  @Bean
  ServletServerContainerFactoryBean webSocketContainer() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(1_024);
    container.setMaxBinaryMessageBufferSize(16);
    // A device says "here" every 25 seconds; one that has been silent for three of these is gone.
    container.setMaxSessionIdleTimeout(80_000L);
    return container;
  }

  private static String origin(Installation installation) {
    var address = installation.address();
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /// Without compression: it would cost each connection some 300 KB, and lets one who can listen
  /// guess at secrets by the size of what is said.
  private static final class PlainHandshake extends DefaultHandshakeHandler {
    @Override
    protected List<WebSocketExtension> filterRequestedExtensions(
        ServerHttpRequest request,
        List<WebSocketExtension> requested,
        List<WebSocketExtension> supported) {
      return List.of();
    }
  }
}
