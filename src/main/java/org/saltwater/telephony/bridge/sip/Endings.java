package org.saltwater.telephony.bridge.sip;

import javax.sip.message.Response;
import org.saltwater.telephony.LegEnd;

/// What a trunk's refusal means for people (RFC 3261 §21).
final class Endings {
  private Endings() {}

  static LegEnd of(int status) {
    return switch (status) {
      case Response.BUSY_HERE, Response.BUSY_EVERYWHERE -> LegEnd.BUSY;
      case Response.REQUEST_TIMEOUT,
          Response.TEMPORARILY_UNAVAILABLE,
          Response.REQUEST_TERMINATED ->
          LegEnd.NO_ANSWER;
      case Response.SERVICE_UNAVAILABLE, Response.SERVER_TIMEOUT, Response.SERVER_INTERNAL_ERROR ->
          LegEnd.LINE_LOST;
      default -> LegEnd.REFUSED;
    };
  }
}
