package org.saltwater.measures;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstrumentCheckTest {
  private static final String SOUND =
      """
      {"id": "mood", "version": "1", "title": "Mood", "validated": true, "language": "en",
       "recallDays": 7, "recall": "Lately:", "loinc": {"panel": "1-1"},
       "coding": [{"value": 0, "text": "no"}, {"value": 1, "text": "yes"}],
       "items": [{"linkId": "mood.1", "text": "Sad", "loinc": "1-2"},
                 {"linkId": "mood.2", "text": "Glad", "loinc": "1-3"}],
       "scoring": {"missingAllowed": 0},
       "bands": [{"name": "low", "from": 0, "to": 1}, {"name": "high", "from": 2, "to": 2}],
       "licence": "free", "attribution": "us", "source": "here"}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"from\": 2, \"to\": 2 | \"from\": 1, \"to\": 2 | gap or overlap before high",
        "\"from\": 0, \"to\": 1 | \"from\": 0, \"to\": 0 | gap or overlap before high",
        "\"from\": 2, \"to\": 2 | \"from\": 2, \"to\": 3 | its bands end elsewhere",
        "\"licence\": \"free\" | \"licence\": \" \" | no licence text",
        ", \"loinc\": \"1-3\" | '' | mood.2 has no LOINC code",
        "\"linkId\": \"mood.2\" | \"linkId\": \"mood.1\" | mood.1 stands twice",
        "\"missingAllowed\": 0 | \"missingAllowed\": 0, \"neverImputed\": [\"mood.9\"] | name items it does not have",
        "\"bands\": | \"cuts\": [{\"name\": \"case\", \"from\": 1, \"part\": \"none\"}], \"bands\": | a cut-off is for a part it does not have",
        "\"bands\": | \"cuts\": [{\"name\": \"case\", \"from\": 1, \"unlessAllPointsFrom\": \"mood.9\"}], \"bands\": | name items it does not have",
        "{\"value\": 1, | {\"value\": 0, | offers a value twice"
      })
  void aFileWithAFaultStopsTheStart(String sound, String faulty, String complaint) {
    assertThatThrownBy(() -> new Instruments(List.of(read(SOUND.replace(sound, faulty)))))
        .hasMessageContaining(complaint);
  }

  @Test
  void aSoundFileIsTakenAndTheSameQuestionMayNotBeAskedInTwoWordings() {
    var mood = read(SOUND);
    var other = read(SOUND.replace("\"id\": \"mood\"", "\"id\": \"other\"").replace("Sad", "Blue"));
    new Instruments(List.of(mood));
    assertThatThrownBy(() -> new Instruments(List.of(mood, other)))
        .hasMessageContaining("asks mood.1 in other words");
  }

  private static Instrument read(String json) {
    return InstrumentFile.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }
}
