package org.saltwater.identity;

import java.util.List;
import org.saltwater.kernel.PersonId;

/// The invented people of a demo. There is a bean of it only while the platform runs as a demo, so
/// one-click sign-in cannot exist anywhere else.
public interface DemoPeople {
  /// A short choice for the sign-in page, in the order in which to show it: clients at telling
  /// moments, therapists, then those who run the practice.
  List<DemoPerson> listFeatured();

  /// Whether the person was invented for the demo. Only such people are entered with one click:
  /// someone who registers in a demo keeps their account to themselves.
  boolean isInvented(PersonId person);
}
