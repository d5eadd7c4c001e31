package org.saltwater.notifications;

import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.site.PageView;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// In a demo, where nothing leaves, the mails that would have. Elsewhere the page does not exist.
@Controller
@For(Audience.ANYONE)
@ConditionalOnProperty(name = "saltwater.mode", havingValue = "demo")
class DemoMailPage {
  private static final int MOST = 100;
  private final Outbox outbox;

  DemoMailPage(Outbox outbox) {
    this.outbox = outbox;
  }

  @GetMapping("/demo/mail")
  PageView mails() {
    return PageView.of(
        "notifications/demo-mail",
        new DemoMailView(outbox.listNewest(MOST).stream().map(DemoMailView.Letter::of).toList()));
  }
}
