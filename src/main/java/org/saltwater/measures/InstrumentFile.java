package org.saltwater.measures;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// An instrument as its file spells it. What many items share (`coding`) is written once there.
record InstrumentFile(
    String id,
    String version,
    String title,
    boolean validated,
    String language,
    int recallDays,
    String recall,
    @Nullable Loinc loinc,
    @Nullable List<Choice> coding,
    List<ItemLine> items,
    @Nullable List<Instrument.Part> parts,
    ScoringLine scoring,
    @Nullable List<Band> bands,
    @Nullable List<Cut> cuts,
    @Nullable Integer reliableChange,
    @Nullable Integer recoveredBelow,
    String licence,
    String attribution,
    String source) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  record Loinc(String panel, @Nullable String total) {}

  /// @param count true for a number of times, which has no choices
  record ItemLine(
      String linkId,
      String text,
      @Nullable String loinc,
      @Nullable List<Choice> choices,
      @Nullable Boolean count,
      @Nullable Boolean scored) {
    Item item(List<Choice> shared) {
      var own = choices == null ? shared : choices;
      return new Item(
          linkId,
          text,
          loinc,
          Boolean.TRUE.equals(count) ? List.of() : own,
          scored == null || scored);
    }
  }

  record ScoringLine(
      int missingAllowed, @Nullable List<String> neverImputed, @Nullable String gate) {}

  static Instrument read(InputStream in) {
    return MAPPER.readValue(in, InstrumentFile.class).instrument();
  }

  private Instrument instrument() {
    return new Instrument(
        id,
        version,
        title,
        validated,
        language,
        recallDays,
        recall,
        Optional.ofNullable(loinc).map(Loinc::panel),
        Optional.ofNullable(loinc).map(Loinc::total),
        items.stream().map(line -> line.item(orNone(coding))).toList(),
        orNone(parts),
        new Instrument.Scoring(
            scoring.missingAllowed(),
            orNone(scoring.neverImputed()),
            Optional.ofNullable(scoring.gate())),
        orNone(bands),
        orNone(cuts),
        number(reliableChange),
        number(recoveredBelow),
        licence,
        attribution,
        source);
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static OptionalInt number(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
