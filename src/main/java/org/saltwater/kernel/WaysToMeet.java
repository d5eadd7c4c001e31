package org.saltwater.kernel;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this practice can hold hours today. What clients wish for and what therapists offer is asked
/// and kept in full; what is booked is only ever one of these.
///
/// @param modalities text is always among them, since every hour can go on in writing
@ConfigurationProperties("saltwater.sessions")
public record WaysToMeet(@DefaultValue({"VIDEO", "TEXT"}) Set<Modality> modalities) {
  /// @throws IllegalArgumentException for what cannot be held here
  public WaysToMeet {
    if (modalities.contains(Modality.PHONE)) {
      throw new IllegalArgumentException(
          "saltwater.sessions.modalities names PHONE, and Saltwater has no telephone line yet");
    }
    var all = EnumSet.of(Modality.TEXT);
    all.addAll(modalities);
    modalities = Set.copyOf(all);
  }

  public boolean holds(Modality modality) {
    return modalities.contains(modality);
  }

  /// The way itself, or text where it cannot be held.
  public Modality orText(Modality wished) {
    return holds(wished) ? wished : Modality.TEXT;
  }

  /// Those of the offered ways that can be booked, in their usual order.
  public List<Modality> among(Collection<Modality> offered) {
    return offered.stream().filter(this::holds).sorted().toList();
  }
}
