package org.saltwater.therapists.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.therapists.AgeBand;
import org.saltwater.therapists.Approach;
import org.saltwater.therapists.Gender;
import org.saltwater.therapists.Standing;
import org.saltwater.therapists.TherapistProfile;

/// What a therapist may change of their own profile, as it was typed. Licences and competence for
/// high risk are not among it: a coordinator confirms those.
public record ProfileForm(
    @Nullable String name,
    @Nullable String title,
    @Nullable String about,
    @Nullable List<String> languages,
    @Nullable List<String> modalities,
    @Nullable List<String> specialties,
    @Nullable List<String> approaches,
    @Nullable String gender,
    @Nullable String ageBand,
    @Nullable String capacity,
    @Nullable String paused) {
  public ProfileForm {
    name = tidy(name);
    title = tidy(title);
    about = tidy(about);
    languages = known(languages);
    modalities = known(modalities);
    specialties = known(specialties);
    approaches = known(approaches);
    gender = tidy(gender);
    ageBand = tidy(ageBand);
    capacity = tidy(capacity);
  }

  static ProfileForm of(TherapistProfile profile) {
    return new ProfileForm(
        profile.name(),
        profile.title(),
        profile.about(),
        List.copyOf(profile.languages()),
        names(profile.modalities()),
        names(profile.specialties()),
        names(profile.approaches()),
        profile.gender().map(Enum::name).orElse(""),
        profile.ageBand().map(Enum::name).orElse(""),
        Integer.toString(profile.capacity()),
        profile.standing() == Standing.PAUSED ? "on" : null);
  }

  /// The profile as it becomes. Call it only after [ProfileCheck] found nothing.
  TherapistProfile applyTo(TherapistProfile current) {
    return new TherapistProfile(
        current.id(),
        text(name),
        text(title),
        text(about).replace("\r\n", "\n"),
        current.licences(),
        Set.copyOf(list(languages)),
        current.zone(),
        constants(modalities, Modality::valueOf),
        constants(specialties, ProblemDomain::valueOf),
        constants(approaches, Approach::valueOf),
        Optional.of(text(gender)).filter(word -> !word.isEmpty()).map(Gender::valueOf),
        Optional.of(text(ageBand)).filter(word -> !word.isEmpty()).map(AgeBand::valueOf),
        current.worksWithHighRisk(),
        Integer.parseInt(text(capacity)),
        current.taken(),
        paused == null ? Standing.ACTIVE : Standing.PAUSED);
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed;
  }

  static List<String> list(@Nullable List<String> chosen) {
    return chosen == null ? List.of() : chosen;
  }

  private static String tidy(@Nullable String typed) {
    return text(typed).strip();
  }

  private static List<String> known(@Nullable List<String> chosen) {
    return list(chosen).stream().filter(value -> !value.isBlank()).toList();
  }

  private static List<String> names(Set<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).toList();
  }

  private static <E> Set<E> constants(@Nullable List<String> chosen, Function<String, E> read) {
    return list(chosen).stream()
        .map(word -> word.toUpperCase(Locale.ROOT))
        .map(read)
        .collect(Collectors.toSet());
  }

  static boolean isOneOf(Enum<?>[] values, String word) {
    return Stream.of(values).anyMatch(value -> value.name().equals(word));
  }
}
