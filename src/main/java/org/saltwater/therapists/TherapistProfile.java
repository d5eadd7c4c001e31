package org.saltwater.therapists;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.TherapistId;

/// A therapist as clients meet them before the first hour. Nothing in it is secret.
///
/// @param title such as "Psychologist", in their own words
/// @param about a few paragraphs by themselves
/// @param licences where they may practise, confirmed by a coordinator
/// @param languages BCP 47 primary tags, lower case (`en`, `de`)
/// @param zone where their clock runs
/// @param worksWithHighRisk competent for clients at high risk, confirmed by a coordinator
/// @param capacity how many clients they treat at once, 0 to [#MOST_PLACES]
/// @param taken how many they treat now; may exceed the capacity only after it was lowered
public record TherapistProfile(
    TherapistId id,
    String name,
    String title,
    String about,
    Set<Jurisdiction> licences,
    Set<String> languages,
    ZoneId zone,
    Set<Modality> modalities,
    Set<ProblemDomain> specialties,
    Set<Approach> approaches,
    Optional<Gender> gender,
    Optional<AgeBand> ageBand,
    boolean worksWithHighRisk,
    int capacity,
    int taken,
    Standing standing) {
  /// Far above any real caseload; a larger number is a slip of the finger.
  public static final int MOST_PLACES = 200;

  public TherapistProfile {
    licences = Set.copyOf(licences);
    languages = Set.copyOf(languages);
    modalities = Set.copyOf(modalities);
    specialties = Set.copyOf(specialties);
    approaches = Set.copyOf(approaches);
  }

  /// Places for new clients: none while paused or gone.
  public int free() {
    return standing == Standing.ACTIVE ? Math.max(0, capacity - taken) : 0;
  }

  TherapistProfile withPlaces(int places, Standing now) {
    return new TherapistProfile(
        id,
        name,
        title,
        about,
        licences,
        languages,
        zone,
        modalities,
        specialties,
        approaches,
        gender,
        ageBand,
        worksWithHighRisk,
        places,
        taken,
        now);
  }

  public boolean isLicensedFor(Jurisdiction place) {
    return licences.stream().anyMatch(licence -> licence.covers(place));
  }

  TherapistProfile withConfirmed(Set<Jurisdiction> confirmed, boolean highRisk) {
    return new TherapistProfile(
        id,
        name,
        title,
        about,
        confirmed,
        languages,
        zone,
        modalities,
        specialties,
        approaches,
        gender,
        ageBand,
        highRisk,
        capacity,
        taken,
        standing);
  }
}
