package org.saltwater.matching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param withinDays nobody is shown without a time to book within this many days, 1 to 50
/// @param refresh how often the roster in memory is read anew, beside what events change at once
@ConfigurationProperties("saltwater.matching")
record MatchingSettings(@DefaultValue("14") int withinDays, @DefaultValue("10m") Duration refresh) {
  MatchingSettings {
    if (withinDays < 1 || withinDays > 50) {
      throw new IllegalArgumentException("saltwater.matching.within-days must be 1 to 50");
    }
  }
}
