package org.saltwater.home.practice;

import java.util.List;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a coordinator may change about the therapists.
@Component
class Staff {
  private final Therapists therapists;
  private final Episodes episodes;

  Staff(Therapists therapists, Episodes episodes) {
    this.therapists = therapists;
    this.episodes = episodes;
  }

  TherapistProfile get(TherapistId id) {
    return therapists.get(id);
  }

  int countClients(TherapistId id) {
    return episodes.listOpenFor(id).size();
  }

  /// How many clients a therapist may have at once, and whether they take new ones now.
  ///
  /// @throws Refusal `invalid` for a number of places that cannot be meant
  @Transactional
  public TherapistProfile changePlaces(SignedIn by, TherapistId id, int capacity, boolean paused) {
    if (capacity < 0 || capacity > TherapistProfile.MOST_PLACES) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(
              new FieldProblem(
                  "places", "home.practice.places.problem", TherapistProfile.MOST_PLACES)));
    }
    therapists.changePlaces(id, capacity, paused ? Standing.PAUSED : Standing.ACTIVE, by.id());
    return therapists.get(id);
  }

  /// A therapist leaves. Their clients hear who the deputy is and choose anew.
  ///
  /// @throws Refusal `therapist-unknown`, `therapist-left`, `deputy-unfit`
  @Transactional
  public void leave(SignedIn by, TherapistId id, TherapistId deputy) {
    therapists.leave(id, deputy, by.id());
  }
}
