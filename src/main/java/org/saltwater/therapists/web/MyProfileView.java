package org.saltwater.therapists.web;

import java.util.List;
import java.util.stream.Stream;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.WaysToMeet;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;
import org.saltwater.therapists.ProfileWords;
import org.saltwater.therapists.TherapistProfile;

/// A therapist's own profile, to change.
///
/// @param licences confirmed ones in words; empty while there are none
/// @param taken clients they treat now
public record MyProfileView(
    String id,
    ProfileForm form,
    FormErrors errors,
    boolean saved,
    String licences,
    int taken,
    List<Option> languages,
    List<Option> modalities,
    List<Option> specialties,
    List<Way> approaches,
    List<Option> genders,
    List<Option> ageBands) {

  /// An approach with the sentence that a client would read about it.
  public record Way(String value, String label, String about) {}

  static MyProfileView of(
      TherapistProfile profile,
      ProfileForm form,
      FormErrors errors,
      boolean saved,
      ProfileWords words,
      WaysToMeet ways) {
    return new MyProfileView(
        profile.id().toString(),
        form,
        errors,
        saved,
        words.places(profile.licences()),
        profile.taken(),
        ProfileCheck.LANGUAGES.stream()
            .map(tag -> new Option(tag, words.language(tag)))
            .sorted(java.util.Comparator.comparing(Option::label))
            .toList(),
        Stream.of(Modality.values())
            .map(
                modality ->
                    new Option(
                        modality.name(),
                        ways.holds(modality)
                            ? words.modality(modality)
                            : words
                                .words()
                                .say("therapists.my-profile.not-yet", words.modality(modality))))
            .toList(),
        Stream.of(ProblemDomain.values())
            .map(domain -> new Option(domain.name(), words.domain(domain)))
            .toList(),
        Stream.of(Approach.values())
            .map(
                approach ->
                    new Way(
                        approach.name(), words.approach(approach), words.approachAbout(approach)))
            .toList(),
        told(
            words,
            Stream.of(Gender.values())
                .map(gender -> new Option(gender.name(), words.words().say(gender.wordsKey())))),
        told(
            words,
            Stream.of(AgeBand.values())
                .map(band -> new Option(band.name(), words.words().say(band.wordsKey())))));
  }

  private static List<Option> told(ProfileWords words, Stream<Option> options) {
    var rather = new Option("", words.words().say("therapists.my-profile.rather-not"));
    return Stream.concat(Stream.of(rather), options).toList();
  }
}
