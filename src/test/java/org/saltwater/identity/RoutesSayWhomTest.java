package org.saltwater.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.springframework.web.method.HandlerMethod;

class RoutesSayWhomTest {
  static class Silent {
    public String page() {
      return "";
    }
  }

  @For(Audience.CLIENT)
  static class Spoken {
    public String page() {
      return "";
    }
  }

  static class SpokenByTheMethod {
    @For(Audience.ANYONE)
    public String page() {
      return "";
    }
  }

  @Test
  void aRouteThatDoesNotSayWhomItIsForStopsTheStart() {
    assertThatThrownBy(() -> RoutesSayWhom.check(List.of(handler(new Silent()))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Silent#page");
  }

  @Test
  void oneThatSaysItDoesNot() {
    assertThatCode(
            () ->
                RoutesSayWhom.check(
                    List.of(handler(new Spoken()), handler(new SpokenByTheMethod()))))
        .doesNotThrowAnyException();
  }

  private static HandlerMethod handler(Object controller) {
    try {
      return new HandlerMethod(controller, "page");
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
