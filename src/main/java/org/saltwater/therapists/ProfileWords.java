package org.saltwater.therapists;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.site.Words;

/// What stands in a profile, in the reader's words.
public record ProfileWords(Words words) {
  /// One line that says who this is: title, licences, languages, ways to meet.
  public String line(TherapistProfile profile) {
    return Stream.of(
            profile.title(),
            profile.licences().isEmpty()
                ? ""
                : words.say("therapists.licensed", places(profile.licences())),
            languages(profile.languages()))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" · "));
  }

  public String languages(Collection<String> tags) {
    return listed(tags.stream().map(this::language).sorted());
  }

  public String language(String tag) {
    var name = Locale.of(tag).getDisplayLanguage(words.locale());
    return name.substring(0, 1).toUpperCase(words.locale()) + name.substring(1);
  }

  public String places(Collection<Jurisdiction> places) {
    return listed(places.stream().map(this::place).sorted());
  }

  /// A country, or one of its parts where the parts give licences.
  public String place(Jurisdiction place) {
    var country = Locale.of("", place.country()).getDisplayCountry(words.locale());
    if (place.code().equals(place.country())) {
      return country;
    }
    var key = "intake.place." + place.code();
    return words.has(key) ? words.say(key) : country + " (" + place.code() + ")";
  }

  public String modalities(Collection<Modality> modalities) {
    return listed(modalities.stream().sorted().map(this::modality));
  }

  public String modality(Modality modality) {
    return words.say(key("therapists.modality.", modality));
  }

  /// "by video"
  public String by(Modality modality) {
    return words.say(key("therapists.modality.", modality) + ".by");
  }

  public String approach(Approach approach) {
    return words.say(approach.wordsKey());
  }

  public String approachAbout(Approach approach) {
    return words.say(approach.wordsKey() + ".about");
  }

  /// As a label: "Anxiety and panic".
  public String domain(ProblemDomain domain) {
    return words.say(key("therapists.domain.", domain));
  }

  /// In the middle of a sentence: "anxiety and panic".
  public String domainInside(ProblemDomain domain) {
    return words.say(key("therapists.domain.", domain) + ".inside");
  }

  private static String key(String prefix, Enum<?> value) {
    return prefix + value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String listed(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }
}
