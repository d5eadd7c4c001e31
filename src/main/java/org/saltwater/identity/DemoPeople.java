package org.saltwater.identity;

import java.util.List;
import org.saltwater.kernel.PersonId;

/// The invented people of a demo. There is a bean of it only while the platform runs as a demo, so
/// one-click sign-in cannot exist anywhere else.
public interface DemoPeople {
  /// A short choice for the sign-in page, in the order in which to show it: clients at telling
  /// moments, therapists, then those who run the practice.
  List<DemoPerson> listFeatured();

  /// All who can be entered, of a practice of the usual size; in a larger one the first of each
  // role,
  /// in the order of their names.
  List<DemoPerson> listEveryone();

  /// Whether the person was invented for the demo. Only such people are entered with one click:
  /// someone who registers in a demo keeps their account to themselves.
  boolean isInvented(PersonId person);
}
