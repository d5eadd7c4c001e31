package org.saltwater.measures;

import java.io.InputStream;
import java.util.ArrayList;
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
    @Nullable List<Criterion> criteria,
    @Nullable List<Flag> flags,
    @Nullable AskedLine asked,
    @Nullable Integer reliableChange,
    @Nullable Integer recoveredBelow,
    String licence,
    String attribution,
    String source) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final List<String> NEEDED =
      List.of(
          "id",
          "version",
          "title",
          "language",
          "recall",
          "items",
          "scoring",
          "licence",
          "attribution",
          "source");

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

  record AskedLine(Asked.Rhythm rhythm, Asked.@Nullable OnlyIf onlyIf) {
    Asked asked() {
      return new Asked(rhythm, Optional.ofNullable(onlyIf));
    }
  }

  static Instrument read(InputStream in) {
    return MAPPER.readValue(in, InstrumentFile.class).instrument();
  }

  /// What a file lacks to be an instrument at all, with what to do about it.
  ///
  /// @throws tools.jackson.core.JacksonException if it is no JSON, or says something unknown
  static List<String> lacks(InputStream in) {
    var read = MAPPER.readTree(in);
    var faults = new ArrayList<String>();
    for (var field : NEEDED) {
      if (read.path(field).isMissingNode() || read.path(field).isNull()) {
        faults.add("no \"" + field + "\"; add it");
      }
    }
    var shared = !read.path("coding").isMissingNode();
    for (var item : read.path("items")) {
      var link = item.path("linkId").asString("");
      if (link.isBlank() || item.path("text").asString("").isBlank()) {
        faults.add("an item has no \"linkId\" or no \"text\"; every item needs both");
      } else if (!shared
          && !item.path("count").asBoolean(false)
          && item.path("choices").isEmpty()) {
        faults.add(link + " has no answers; give it \"choices\", or all items a \"coding\"");
      }
    }
    return faults;
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
        orNone(criteria),
        orNone(flags),
        Optional.ofNullable(asked).map(AskedLine::asked),
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
