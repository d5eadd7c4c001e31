package org.saltwater.library;

import java.time.LocalDate;
import java.util.Optional;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.kernel.TherapistId;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Who may say that a text is right: a therapist or supervisor with a licence that a coordinator
/// has seen. Their title is their own word, so it is not kept with the review.
@Component
class Reviewers {
  private final Therapists therapists;

  Reviewers(Therapists therapists) {
    this.therapists = therapists;
  }

  /// What a review by this person today would say; empty if they have no licence on file.
  Optional<Review> find(SignedIn person, LocalDate today) {
    if (!person.is(Role.THERAPIST) && !person.is(Role.SUPERVISOR)) {
      return Optional.empty();
    }
    return therapists
        .find(TherapistId.of(person.id()))
        .filter(it -> it.standing() != Standing.LEFT && !it.licences().isEmpty())
        .map(
            it ->
                Review.of(
                    it.name(),
                    it.licences().stream().sorted().map(Jurisdiction::code).toList(),
                    today));
  }
}
