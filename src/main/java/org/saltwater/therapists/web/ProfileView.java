package org.saltwater.therapists.web;

import java.util.List;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.therapists.ProfileWords;
import org.saltwater.therapists.TherapistProfile;

/// A therapist's page as a client reads it.
///
/// @param takesClients whether anybody new has a place with them now
/// @param paragraphs what they write about themselves
public record ProfileView(
    String id,
    String name,
    String line,
    boolean takesClients,
    List<String> paragraphs,
    List<Way> ways,
    List<String> problems,
    String languages,
    String licences,
    String modalities) {

  /// A way of working and one plain sentence about it.
  public record Way(String name, String about) {}

  static ProfileView of(TherapistProfile profile, ProfileWords words, WaysToMeet ways) {
    return new ProfileView(
        profile.id().toString(),
        profile.name(),
        words.line(profile),
        profile.free() > 0,
        profile.about().lines().map(String::strip).filter(line -> !line.isEmpty()).toList(),
        profile.approaches().stream()
            .sorted()
            .map(approach -> new Way(words.approach(approach), words.approachAbout(approach)))
            .toList(),
        profile.specialties().stream().sorted().map(words::domain).toList(),
        words.languages(profile.languages()),
        words.places(profile.licences()),
        words.modalities(ways.among(profile.modalities())));
  }
}
