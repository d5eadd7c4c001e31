package org.saltwater.intake;

import java.util.Set;
import org.saltwater.kernel.Jurisdiction;

/// Where someone here is licensed. The questionnaire asks, and whoever knows the therapists
/// answers; without an answer every place counts as served.
@FunctionalInterface
public interface PlacesServed {
  /// The licences of all therapists who take clients, as their profiles have them.
  Set<Jurisdiction> list();
}
