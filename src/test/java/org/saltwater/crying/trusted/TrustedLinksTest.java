package org.saltwater.crying.trusted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.saltwater.kernel.ClientId;
import org.saltwater.testing.SaltwaterTest;
import org.saltwater.testing.TestClock;
import org.saltwater.testing.Visit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A link for someone trusted: once, for a while, and only as long as the client wants.
@SaltwaterTest
@Tag("crying")
class TrustedLinksTest {
  @LocalServerPort int port;
  @Autowired TrustedLinks links;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  private final ClientId lea = new ClientId(UUID.randomUUID());

  @Test
  void aLinkWorksOnceLookingDoesNotSpendItAndItEndsByItself() {
    clock.reset();
    var token = make("Lea", "");
    assertThat(links.isGood(token)).isTrue();
    assertThat(links.isGood(token)).isTrue();
    assertThat(links.findName(token)).as("a link is no visit").isEmpty();
    assertThat(page(token).body()).contains("<button").doesNotContain("Lea");
    var visit = links.open(token).value();
    assertThatThrownBy(() -> links.open(token)).hasMessage("trusted-link-over");
    assertThat(links.findName(visit)).contains("Lea");

    clock.advance(TrustedLinks.LASTS.plus(Duration.ofSeconds(1)));
    assertThat(links.findName(visit)).isEmpty();
    links.purge();
    assertThat(count()).isZero();
  }

  @Test
  void anUnusedLinkEndsAfterTwoWeeksAndAWithdrawnOneAtOnce() {
    clock.reset();
    var old = make("", "");
    clock.advance(TrustedLinks.LASTS);
    assertThatThrownBy(() -> links.open(old)).hasMessage("trusted-link-over");
    assertThat(page(old).body()).as("nothing to press").doesNotContain("action=\"/trusted/");

    var token = make("", "");
    var other = new ClientId(UUID.randomUUID());
    var id = links.list(lea).getFirst().id();
    links.withdraw(other, id);
    assertThat(links.isGood(token)).as("not someone else’s to withdraw").isTrue();
    links.withdraw(lea, id);
    assertThat(links.isGood(token)).isFalse();
    assertThatThrownBy(() -> links.make(lea, id, "x".repeat(61), "no address"))
        .hasMessage("invalid");
  }

  @Test
  void theMailSaysNeitherWhoNorWhatAndTheAddressStaysWithNobody() {
    clock.reset();
    make("Lea", "sam@example.org");
    var mail =
        jdbc.sql("select subject || body from notifications_mail where recipient = ?")
            .param("sam@example.org")
            .query(String.class)
            .single();
    assertThat(mail).contains("/trusted/").doesNotContain("Lea", "cry", "tears");
    assertThat(
            jdbc.sql("select crying_trusted_link::text from crying_trusted_link")
                .query(String.class)
                .list())
        .noneSatisfy(it -> assertThat(it).contains("sam@"));
  }

  private Visit.Answer page(String token) {
    return new Visit(port).get("/trusted/" + token);
  }

  private String make(String name, String email) {
    return links.make(lea, UUID.randomUUID(), name, email).value().substring("/trusted/".length());
  }

  private int count() {
    return jdbc.sql("select count(*) from crying_trusted_link where client = ?")
        .param(lea.value())
        .query(Integer.class)
        .single();
  }
}
