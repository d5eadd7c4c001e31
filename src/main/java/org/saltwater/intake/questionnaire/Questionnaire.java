package org.saltwater.intake.questionnaire;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A questionnaire in one version. Answers belong to the version they were given to, so a version
/// that has been answered is never changed: a change is a new file.
public record Questionnaire(String id, String version, List<Section> sections) {
  public Questionnaire {
    sections = List.copyOf(sections);
  }

  public List<Group> groups() {
    return sections.stream().flatMap(section -> section.groups().stream()).toList();
  }

  public Optional<Group> find(String group) {
    return groups().stream().filter(candidate -> candidate.linkId().equals(group)).findFirst();
  }

  public Stream<Question> questions() {
    return groups().stream().flatMap(group -> group.questions().stream());
  }

  /// @throws IllegalArgumentException if the group is in no section
  public Section sectionOf(Group group) {
    return sections.stream()
        .filter(section -> section.groups().contains(group))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such group"));
  }
}
