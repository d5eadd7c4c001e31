package org.saltwater.measures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Installation;
import org.saltwater.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The instruments this installation may show, read once from `instruments/*.json` on the class
/// path and from the practice's own [InstrumentPacks]. A file with a fault stops the start: a wrong
/// score is worse than none.
@Component
public class Instruments {
  private final TreeMap<String, Instrument> byId;

  @Autowired
  public Instruments(Installation installation) {
    this(installation.data());
  }

  /// @param data the practice's data folder
  public Instruments(Path data) {
    this(withPacksOf(data));
  }

  public Instruments() {
    this(shipped());
  }

  private static List<Instrument> withPacksOf(Path data) {
    var all = new ArrayList<>(shipped());
    all.addAll(InstrumentPacks.list(data));
    return all;
  }

  Instruments(Collection<Instrument> instruments) {
    InstrumentCheck.check(instruments);
    byId = new TreeMap<>();
    instruments.forEach(instrument -> byId.put(instrument.id(), instrument));
  }

  /// @throws Refusal not-found if there is no such instrument
  public Instrument get(String id) {
    return find(id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  public Optional<Instrument> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// All of them, by id.
  public List<Instrument> list() {
    return List.copyOf(byId.values());
  }

  static List<Instrument> shipped() {
    try {
      var found = new ArrayList<Instrument>();
      for (var file :
          new PathMatchingResourcePatternResolver().getResources("classpath*:instruments/*.json")) {
        try (var in = file.getInputStream()) {
          found.add(InstrumentFile.read(in));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
