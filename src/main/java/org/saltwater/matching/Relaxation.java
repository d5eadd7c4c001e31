package org.saltwater.matching;

import java.util.List;
import org.saltwater.intake.Wish;
import org.saltwater.kernel.Modality;

/// One thing a client could let go of, and how many therapists would then fit.
public sealed interface Relaxation {
  int fitting();

  record AnyTime(int fitting) implements Relaxation {}

  record AlsoBy(Modality modality, int fitting) implements Relaxation {}

  /// @param wishes one "must" or "must not"; several where any of them would have done
  record Without(List<Wish> wishes, int fitting) implements Relaxation {}
}
