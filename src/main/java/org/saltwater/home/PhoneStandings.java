package org.saltwater.home;

import org.saltwater.kernel.Modality;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.telephony.LineState;
import org.saltwater.telephony.Telephony;
import org.springframework.stereotype.Component;

@Component
class PhoneStandings {
  private final WaysToMeet ways;
  private final Telephony telephony;

  PhoneStandings(WaysToMeet ways, Telephony telephony) {
    this.ways = ways;
    this.telephony = telephony;
  }

  PhoneStanding now() {
    if (!ways.wants(Modality.PHONE)) {
      return PhoneStanding.of("off");
    }
    return switch (telephony.state()) {
      case LineState.Ready(var number) -> PhoneStanding.offered(number);
      case LineState.NotConfigured() -> PhoneStanding.of("not-configured");
      case LineState.Unreachable(var since, var reason) -> PhoneStanding.away(since, reason.name());
    };
  }
}
