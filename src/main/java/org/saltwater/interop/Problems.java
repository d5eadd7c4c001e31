package org.saltwater.interop;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.kernel.ProblemType;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/// Every way in which a request can be refused, by its slug. Modules keep theirs in enums of their
/// own, which are found rather than listed.
record Problems(Map<String, ProblemType> bySlug) {

  static Problems inThisPlatform() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ProblemType.class));
    return new Problems(
        scanner.findCandidateComponents("org.saltwater").stream()
            .flatMap(found -> constants(String.valueOf(found.getBeanClassName())))
            .collect(
                // One slug may stand in two modules, with the same status and words.
                Collectors.toMap(ProblemType::slug, it -> it, (one, same) -> one, TreeMap::new)));
  }

  private static Stream<ProblemType> constants(String enumName) {
    var type = ClassUtils.resolveClassName(enumName, Problems.class.getClassLoader());
    return Arrays.stream(type.getEnumConstants()).map(ProblemType.class::cast);
  }

  /// @throws IllegalArgumentException if nobody has such a one
  ProblemType get(String slug) {
    var found = bySlug.get(slug);
    if (found == null) {
      throw new IllegalArgumentException("no problem type is called " + slug);
    }
    return found;
  }

  /// The problems behind each status.
  Map<Integer, List<ProblemType>> byStatus(Collection<String> slugs) {
    return slugs.stream()
        .map(this::get)
        .sorted(Comparator.comparing(ProblemType::slug))
        .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
  }
}
