package org.saltwater.identity;

import java.util.Collection;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Keeps the platform from starting with a route that does not say whom it is for. Such a route
/// would be closed to everyone, so nothing leaks; but whoever wrote it should hear of it at once.
@Component
class RoutesSayWhom implements SmartInitializingSingleton {
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  RoutesSayWhom(ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    mappings.orderedStream().forEach(mapping -> check(mapping.getHandlerMethods().values()));
  }

  /// @throws IllegalStateException naming the handlers of ours without `@For`
  static void check(Collection<HandlerMethod> handlers) {
    var silent =
        handlers.stream()
            .filter(it -> it.getBeanType().getName().startsWith("org.saltwater."))
            .filter(it -> RouteAccess.audiences(it).isEmpty())
            .map(HandlerMethod::toString)
            .sorted()
            .collect(Collectors.joining(", "));
    if (!silent.isEmpty()) {
      throw new IllegalStateException("These handlers do not say @For whom they are: " + silent);
    }
  }
}
