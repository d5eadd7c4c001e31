package org.saltwater.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/// One way into the platform, as the platform itself knows it.
///
/// @param method `GET`, …, or `SOCKET` for a WebSocket
/// @param handler none for what is not a controller's
public record Route(String method, String path, @Nullable HandlerMethod handler, boolean json)
    implements Comparable<Route> {
  public static final String SOCKET = "SOCKET";

  /// Everything that any handler mapping leads to, but static files.
  public static List<Route> all(ApplicationContext context) {
    return Stream.concat(controllers(context), others(context)).sorted().distinct().toList();
  }

  /// Whether calling it can change anything.
  public boolean changes() {
    return !Set.of("GET", "HEAD", SOCKET).contains(method);
  }

  public boolean isApi() {
    return path.startsWith("/api/");
  }

  public String key() {
    return method + " " + path;
  }

  @Override
  public int compareTo(Route other) {
    return (path + " " + method).compareTo(other.path + " " + other.method);
  }

  private static Stream<Route> controllers(ApplicationContext context) {
    return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(each -> routes(each.getKey(), each.getValue()));
  }

  private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
    var json =
        info.getConsumesCondition().getConsumableMediaTypes().contains(MediaType.APPLICATION_JSON);
    var named = info.getMethodsCondition().getMethods();
    var methods = named.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : named;
    return info.getPatternValues().stream()
        .flatMap(path -> methods.stream().map(it -> new Route(it.name(), path, handler, json)));
  }

  private static Stream<Route> others(ApplicationContext context) {
    return context.getBeansOfType(AbstractUrlHandlerMapping.class).values().stream()
        .flatMap(mapping -> mapping.getHandlerMap().entrySet().stream())
        .filter(each -> !(each.getValue() instanceof ResourceHttpRequestHandler))
        .map(
            each ->
                new Route(
                    each.getValue() instanceof WebSocketHttpRequestHandler ? SOCKET : "GET",
                    each.getKey(),
                    null,
                    false));
  }
}
