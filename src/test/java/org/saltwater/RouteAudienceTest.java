package org.saltwater;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.saltwater.kernel.For;
import org.saltwater.testing.SaltwaterTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SaltwaterTest
class RouteAudienceTest {
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void everyHandlerSaysWhomItIsFor() {
    var ours =
        requestMappingHandlerMapping.getHandlerMethods().values().stream()
            .filter(handler -> handler.getBeanType().getName().startsWith("org.saltwater."))
            .toList();
    assertThat(ours).hasSizeGreaterThan(100);
    assertThat(ours).allMatch(RouteAudienceTest::saysWhom);
  }

  private static boolean saysWhom(HandlerMethod handler) {
    return AnnotatedElementUtils.hasAnnotation(handler.getMethod(), For.class)
        || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), For.class);
  }
}
