package org.saltwater.intake.questionnaire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every version of every questionnaire, from `questionnaires/*.json` on the class path.
@Component
public class Questionnaires {
  private final List<Questionnaire> all;

  public Questionnaires() {
    try {
      all =
          Stream.of(
                  new PathMatchingResourcePatternResolver()
                      .getResources("classpath*:questionnaires/*.json"))
              .map(Questionnaires::read)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @throws IllegalArgumentException if there is no such version
  public Questionnaire get(String id, String version) {
    return all.stream()
        .filter(one -> one.id().equals(id) && one.version().equals(version))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such questionnaire"));
  }

  /// @throws IllegalArgumentException if there is no such questionnaire
  public Questionnaire newest(String id) {
    return all.stream()
        .filter(one -> one.id().equals(id))
        .max(Comparator.comparingInt(one -> Integer.parseInt(one.version())))
        .orElseThrow(() -> new IllegalArgumentException("no such questionnaire"));
  }

  private static Questionnaire read(Resource file) {
    try (var in = file.getInputStream()) {
      return QuestionnaireFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
