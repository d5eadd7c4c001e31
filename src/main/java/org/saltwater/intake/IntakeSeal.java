package org.saltwater.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.intake.questionnaire.Responses;
import org.saltwater.kernel.ClientId;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Turns answers into sealed bytes and back. Nothing of an intake reaches the database otherwise.
@Component
class IntakeSeal {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private final Vault vault;

  IntakeSeal(Vault vault) {
    this.vault = vault;
  }

  /// What is inside: the answers, the version they were given to, and the page to go on with.
  record Content(String version, @Nullable String at, Map<String, List<String>> answers) {
    Responses given() {
      return new Responses(answers);
    }

    Optional<String> page() {
      return Optional.ofNullable(at);
    }

    @Override
    public String toString() {
      return "Content[redacted]";
    }
  }

  byte[] seal(ClientId owner, UUID intake, Content content) {
    return vault.seal(
        new KeyScope.OfClient(owner), place(intake, "sealed"), MAPPER.writeValueAsString(content));
  }

  Content open(Evidence evidence, IntakeRows.Row row) {
    return MAPPER.readValue(
        vault.open(
            evidence,
            new KeyScope.OfClient(row.client()),
            place(row.id(), "sealed"),
            row.sealed().value()),
        Content.class);
  }

  byte[] seal(MatchingAnswers answers, UUID intake) {
    return vault.seal(
        new KeyScope.OfClient(answers.client()),
        place(intake, "matching"),
        MAPPER.writeValueAsString(MatchingLine.of(answers)));
  }

  Optional<MatchingAnswers> openMatching(Evidence evidence, IntakeRows.Row row) {
    return row.matching()
        .map(
            bytes ->
                MAPPER
                    .readValue(
                        vault.open(
                            evidence,
                            new KeyScope.OfClient(row.client()),
                            place(row.id(), "matching"),
                            bytes.value()),
                        MatchingLine.class)
                    .answers(row.client()));
  }

  private static Place place(UUID intake, String field) {
    return new Place("intake_intake", intake, field);
  }
}
