package org.saltwater.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saltwater.kernel.Installation;

/// What a mail says, and the mails of a demo.
class NoticesTest extends MailOnItsWay {
  @Test
  void inADemoNothingLeavesAndTheMailCanBeRead() {
    var demo = courier(Installation.Mode.DEMO, server.getSmtp().getPort());
    queue();
    demo.deliver();

    assertThat(server.getReceivedMessages()).isEmpty();
    var letter = DemoMailView.Letter.of(outbox.listNewest(null, 10).getFirst());
    assertThat(letter.lines().stream().flatMap(List::stream).filter(DemoMailView.Part::link))
        .extracting(DemoMailView.Part::text)
        .containsExactly("https://therapy.example/invitation/one-time");
  }

  @Test
  void aLineBreakInANameBeginsNoHeader() throws Exception {
    notifications.mail(
        "amara@example.org", Notice.PASSWORD_RESET, "Amara\r\nBcc: x@example.org", new Link("/r"));
    courier.deliver();

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(server.getReceivedMessages()[0].getAllRecipients()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void everyNoticeHasItsWordsAndNoPlaceholderLeft(Notice notice) {
    var arguments = new Object[notice.texts() + notice.links()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i < notice.texts() ? "text" + (i + 1) : new Link("/link" + (i + 1));
    }
    notifications.mail("a@example.org", notice, arguments);

    var mail = outbox.listNewest(null, 1).getFirst();
    var said = mail.subject() + "\n" + mail.body();
    assertThat(said).isNotBlank().doesNotContain("{", "}");
    for (int i = 0; i < arguments.length; i++) {
      assertThat(said)
          .as("every argument is used")
          .contains(
              i < notice.texts() ? "text" + (i + 1) : "https://therapy.example/link" + (i + 1));
    }
  }

  @ParameterizedTest
  @EnumSource(Notice.class)
  void aMailWithAGapInItIsNotQueued(Notice notice) {
    assertThatThrownBy(() -> notifications.mail("a@example.org", notice))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> notifications.mail("a@example.org", notice, "1", "2", "3", "4", "/5"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aNameThatLooksLikeAPathIsNoLink() {
    notifications.mail("a@example.org", Notice.PASSWORD_RESET, "/reset/mine", new Link("/reset/x"));

    assertThat(outbox.listNewest(null, 1).getFirst().body())
        .contains("Hello /reset/mine,")
        .doesNotContain("therapy.example/reset/mine");
    assertThatThrownBy(() -> new Link("//elsewhere.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theMailsOfADemoGoOnOnAnotherPage() {
    for (int i = 0; i < DemoMailView.SIZE + 5; i++) {
      queue();
    }
    var first = DemoMailView.of(outbox.listNewest(null, DemoMailView.SIZE + 1), false);
    assertThat(first.letters()).hasSize(DemoMailView.SIZE);
    assertThat(first.newest()).isNull();
    var last = UUID.fromString(first.older().replaceAll(".*=", ""));
    var second = DemoMailView.of(outbox.listNewest(last, DemoMailView.SIZE + 1), true);

    assertThat(second.letters()).hasSize(5);
    assertThat(second.older()).isNull();
    assertThat(second.newest()).isEqualTo("/demo/mail");
  }
}
