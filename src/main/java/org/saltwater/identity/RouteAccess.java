package org.saltwater.identity;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/// Lets a request through when the handler it leads to says `@For` someone the person is. A handler
/// that says nothing is closed; static files and unknown addresses are nobody's secret.
@Component
class RouteAccess implements AuthorizationManager<RequestAuthorizationContext> {
  private final ObjectProvider<HandlerMapping> mappings;

  RouteAccess(ObjectProvider<HandlerMapping> mappings) {
    this.mappings = mappings;
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> authentication,
      RequestAuthorizationContext context) {
    var handler = handler(context);
    if (handler == null) {
      return new AuthorizationDecision(true);
    }
    var audiences = audiences(handler);
    return new AuthorizationDecision(
        audiences.contains(Audience.ANYONE) || admits(audiences, person(authentication.get())));
  }

  static List<Audience> audiences(HandlerMethod handler) {
    var onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), For.class);
    var found =
        onMethod != null
            ? onMethod
            : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), For.class);
    return found == null ? List.of() : List.of(found.value());
  }

  private static boolean admits(List<Audience> audiences, @Nullable SignedIn person) {
    return person != null
        && audiences.stream()
            .anyMatch(
                audience ->
                    audience == Audience.SIGNED_IN || person.is(Role.valueOf(audience.name())));
  }

  private static @Nullable SignedIn person(@Nullable Authentication authentication) {
    return authentication != null && authentication.getPrincipal() instanceof SignedIn person
        ? person
        : null;
  }

  private @Nullable HandlerMethod handler(RequestAuthorizationContext context) {
    for (var mapping : mappings.orderedStream().toList()) {
      try {
        var chain = mapping.getHandler(context.getRequest());
        if (chain != null) {
          return chain.getHandler() instanceof HandlerMethod method ? method : null;
        }
      } catch (Exception unreadable) {
        // A method or media type that no handler takes: the dispatcher answers it with the right
        // status.
      }
    }
    return null;
  }
}
