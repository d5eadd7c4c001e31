package org.saltwater.identity;

import java.time.Duration;

/// Every limit on how often something may be tried, in one place. Tokens come back evenly over the
/// period. Limits by network address are wide, since a whole clinic or campus may share one.
public enum RateLimit {
  /// Failed sign-ins for one e-mail address, from wherever they come. NIST SP 800-63B-4 §3.2.2
  /// allows at most 100 in a row.
  SIGN_IN_BY_EMAIL(50, Duration.ofHours(1)),
  /// Failed sign-ins for one e-mail address from one network address: far fewer, so that guessing
  /// from one place does not lock the owner out in another.
  SIGN_IN_BY_EMAIL_AND_ADDRESS(10, Duration.ofMinutes(15)),
  /// Failed sign-ins from one network address.
  SIGN_IN_BY_ADDRESS(60, Duration.ofMinutes(15)),
  /// Questions for a passkey from one network address: each keeps a row for a quarter of an hour.
  PASSKEY_BY_ADDRESS(240, Duration.ofMinutes(15)),
  /// Wrong codes for one person: 20 guesses an hour at a million codes.
  CODE(5, Duration.ofMinutes(15)),
  RESET_BY_EMAIL(3, Duration.ofHours(1)),
  RESET_BY_ADDRESS(30, Duration.ofHours(1)),
  REGISTRATION(30, Duration.ofHours(1)),
  /// Registrations from one network address with an e-mail address that has an account already: the
  /// answer has to say so, so it may not be asked for often.
  REGISTRATION_TAKEN(5, Duration.ofHours(1)),
  /// Mails that tell the owner of an address that somebody tried to register with it.
  ADDRESS_NOTICE(1, Duration.ofDays(1)),
  INVITATION(200, Duration.ofHours(1)),
  /// Each makes two accounts.
  SMOKE_TEST(20, Duration.ofHours(1)),
  /// Questionnaires begun from one network address.
  INTAKE(60, Duration.ofHours(1)),
  /// Mailed links that lead back to a questionnaire, for one questionnaire.
  RESUME_LINK(3, Duration.ofHours(1)),
  /// Links for someone a client trusts, of one client.
  TRUSTED_LINK(10, Duration.ofHours(1)),
  /// Such links mailed to one address: nobody is to be pressed.
  TRUSTED_LINK_BY_EMAIL(2, Duration.ofDays(1)),
  /// Messages of one person.
  MESSAGE(120, Duration.ofMinutes(1)),
  /// What one person's devices say over sockets, typing and reading included.
  LIVE_FRAME(1_200, Duration.ofMinutes(1)),
  /// What one person's device says in a room by video: a call takes some 20 frames to begin, and a
  /// network that comes and goes begins it anew.
  CALL_SIGNAL(600, Duration.ofMinutes(1)),
  /// Calls that one person starts, and PINs they ask for: each call costs the practice money.
  PHONE_CALL(40, Duration.ofHours(1)),
  /// Wrong PINs of everyone who calls in, in the whole practice: three in each call count for
  /// nothing where calls are cheap.
  WRONG_PIN(30, Duration.ofMinutes(10)),
  /// What one person says about who comes along to their hours: asking, yes and no.
  COMPANY(120, Duration.ofHours(1)),
  /// Links to come along to an hour, followed from one network address.
  ALONG_LINK(60, Duration.ofMinutes(15)),
  /// API calls of one person, or of one network address without a sign-in.
  API(1_200, Duration.ofMinutes(1));

  private final int most;
  private final Duration period;

  RateLimit(int most, Duration period) {
    this.most = most;
    this.period = period;
  }

  int most() {
    return most;
  }

  Duration period() {
    return period;
  }
}
