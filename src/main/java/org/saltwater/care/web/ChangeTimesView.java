package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;

/// Free times with the next therapist.
///
/// @param zone the client's, as people write it
/// @param later the first date after those shown, or null
/// @param trouble the slug of what went wrong with the last choice, or empty
public record ChangeTimesView(
    String therapist,
    String name,
    List<Modality> modalities,
    Modality modality,
    String zone,
    List<Day> days,
    @Nullable String later,
    String trouble) {
  public record Day(List<Instant> starts) {
    public Instant date() {
      return starts.getFirst();
    }
  }
}
