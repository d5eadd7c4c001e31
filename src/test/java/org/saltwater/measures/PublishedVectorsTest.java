package org.saltwater.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// PCL-5's clusters, reliable change, and files that a practice adds.
@Tag("progress")
class PublishedVectorsTest {
  private final Instruments instruments = new Instruments();

  @ParameterizedTest
  @CsvSource({
    "'1 6 8 9 15 16', true",
    "'6 8 9 15 16', false",
    "'1 8 9 15 16', false",
    "'1 6 8 15 16', false",
    "'1 6 8 9 15', false"
  })
  void thePcl5NeedsEachOfItsFourClusters(String moderately, boolean met) {
    var values = new HashMap<String, Integer>();
    IntStream.rangeClosed(1, 20).forEach(item -> values.put("pcl-5." + item, 1));
    for (var item : moderately.split(" ")) {
      values.put("pcl-5." + item, 2);
    }
    var total = (Score.Total) instruments.get("pcl-5").score(Answers.of(values));
    assertThat(total.met().contains("provisional")).isEqualTo(met);
  }

  @Test
  void reliableChangeAndCutAreThoseOfJacobsonAndTruax() {
    assertThat(ReliableChange.smallest(4.5, .92)).isCloseTo(3.53, within(.005));
    assertThat(ReliableChange.cut(19.7, 7.7, 4.7, 4.8)).isCloseTo(10.46, within(.005));
  }

  @ParameterizedTest
  @CsvSource({
    "17, 9, RECOVERED",
    "17, 11, IMPROVED",
    "9, 3, IMPROVED",
    "17, 12, UNCHANGED",
    "10, 9, UNCHANGED",
    "10, 15, UNCHANGED",
    "10, 16, DETERIORATED"
  })
  void aChangeInThePhq9IsReadInFourClasses(int first, int latest, Change change) {
    assertThat(Change.of(instruments.get("phq-9"), first, latest)).contains(change);
  }

  @Test
  void aPracticesOwnFileIsKeptOnlyWhenItIsSound(@TempDir Path data) throws IOException {
    var sound =
        """
        {"id": "calm", "version": "1", "title": "Calm", "validated": true, "language": "en",
         "recallDays": 7, "recall": "Lately:",
         "coding": [{"value": 0, "text": "no"}, {"value": 1, "text": "yes"}],
         "items": [{"linkId": "calm.1", "text": "Calm"}], "scoring": {"missingAllowed": 0},
         "bands": [{"name": "low", "from": 0, "to": 1}],
         "licence": "ours", "attribution": "us", "source": "here"}
        """;
    var file = data.resolve("calm-file");
    for (var faulty :
        new String[][] {
          {"\"to\": 1}", "\"to\": 2}", "end with 1"},
          {"\"ours\"", "\" \"", "write in \"licence\""},
          {
            "\"coding\": [{\"value\": 0, \"text\": \"no\"}, {\"value\": 1, \"text\": \"yes\"}],",
            "",
            "calm.1 has no answers"
          },
          {"\"title\": \"Calm\"", "\"title\": \"Session Rating Scale\"", "may not be used"},
          {"\"recall\": \"Lately:\",", "", "no \"recall\"; add it"},
          {"{\"id\"", "{\"colour\": 1, \"id\"", "colour"}
        }) {
      Files.writeString(file, sound.replace(faulty[0], faulty[1]));
      assertThatThrownBy(() -> InstrumentPacks.add(data, file)).hasMessageContaining(faulty[2]);
      assertThat(InstrumentPacks.list(data)).isEmpty();
    }
    Files.writeString(file, sound);
    InstrumentPacks.add(data, file);
    assertThat(new Instruments(data).get("calm").title()).isEqualTo("Calm");
  }
}
