package org.saltwater.notifications;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.site.PageView;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// In a demo, where nothing leaves, the mails that would have. Elsewhere the page does not exist.
@Controller
@For(Audience.ANYONE)
@ConditionalOnProperty(name = "saltwater.mode", havingValue = "demo")
class DemoMailPage {
  private final Outbox outbox;

  DemoMailPage(Outbox outbox) {
    this.outbox = outbox;
  }

  @GetMapping("/demo/mail")
  PageView mails(@RequestParam(required = false) @Nullable UUID after) {
    return PageView.of(
        "notifications/demo-mail",
        DemoMailView.of(outbox.listNewest(after, DemoMailView.SIZE + 1), after != null));
  }
}
