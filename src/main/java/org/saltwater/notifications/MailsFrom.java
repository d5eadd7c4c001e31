package org.saltwater.notifications;

import java.time.Instant;

/// Offered by whoever plays a past that has not happened: nobody needs to be told of what was
// before
/// this moment, so no mail is made of it.
@FunctionalInterface
public interface MailsFrom {
  Instant moment();
}
