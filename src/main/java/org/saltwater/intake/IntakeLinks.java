package org.saltwater.intake;

import java.util.UUID;
import org.saltwater.identity.RateLimit;
import org.saltwater.identity.RateLimits;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Refusal;
import org.saltwater.notifications.Link;
import org.saltwater.notifications.Notice;
import org.saltwater.notifications.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Links by mail that lead back to a questionnaire, for another device or another day. The address
/// is used for this one mail and stays with no questionnaire.
@Component
public class IntakeLinks {
  private final Intakes intakes;
  private final IntakeTokens tokens;
  private final IntakeRows rows;
  private final RateLimits limits;
  private final Notifications notifications;

  IntakeLinks(
      Intakes intakes,
      IntakeTokens tokens,
      IntakeRows rows,
      RateLimits limits,
      Notifications notifications) {
    this.intakes = intakes;
    this.tokens = tokens;
    this.rows = rows;
    this.limits = limits;
    this.notifications = notifications;
  }

  /// @throws Refusal intake-unknown, or 429 after too many
  @Transactional
  public void mail(ClientId client, String email) {
    var intake = intakes.get(client).id();
    limits.spend(RateLimit.RESUME_LINK, intake.toString());
    limits.spend(RateLimit.RESUME_LINK, email);
    notifications.mail(email, Notice.INTAKE_LINK, link(intake));
  }

  /// A link that opens a questionnaire once, for a mail that somebody waits for.
  ///
  /// @throws Refusal intake-unknown
  @Transactional
  public Link make(ClientId client) {
    return link(intakes.get(client).id());
  }

  private Link link(UUID intake) {
    var token = tokens.add(intake, IntakeTokens.Kind.LINK, IntakeTokens.LINK_WORTH);
    return new Link("/begin/link/" + token.value(), IntakeTokens.LINK_WORTH);
  }

  /// Whether a link still works. Asking does not use it up: mail programs open links by themselves.
  public boolean isGood(IntakeToken link) {
    return tokens.isLink(link);
  }

  /// Uses a link up.
  ///
  /// @return what opens the questionnaire from now on
  /// @throws Refusal link-spent
  @Transactional
  public IntakeBegun spend(IntakeToken link) {
    var intake = tokens.spendLink(link).orElseThrow(() -> new Refusal(IntakeProblem.LINK_SPENT));
    return new IntakeBegun(
        intake,
        rows.findClient(intake).orElseThrow(),
        tokens.add(intake, IntakeTokens.Kind.VISIT, IntakeTokens.VISIT_WORTH));
  }
}
