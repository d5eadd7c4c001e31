package org.saltwater.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this practice can hold hours today. What clients wish for and what therapists offer is asked
/// and kept in full; what is booked is only ever one of these.
///
/// @param modalities only text is built so far: name another when it is
@ConfigurationProperties("saltwater.sessions")
public record WaysToMeet(@DefaultValue("TEXT") Set<Modality> modalities) {
  public WaysToMeet {
    if (modalities.isEmpty()) {
      throw new IllegalArgumentException("a practice holds hours in some way");
    }
    modalities = Set.copyOf(modalities);
  }

  public boolean holds(Modality modality) {
    return modalities.contains(modality);
  }

  /// Those of the offered ways that can be booked, in their usual order.
  public List<Modality> among(Collection<Modality> offered) {
    return offered.stream().filter(this::holds).sorted().toList();
  }
}
