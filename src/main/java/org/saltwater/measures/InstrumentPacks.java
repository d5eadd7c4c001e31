package org.saltwater.measures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/// Instruments that a practice has a licence for and adds itself, one file each under
/// `instruments/` in its data folder. The next start uses them.
public final class InstrumentPacks {
  private InstrumentPacks() {}

  /// A file that is no sound instrument.
  public static final class Faulty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    Faulty(List<String> faults) {
      super(String.join("; ", faults));
      this.faults = List.copyOf(faults);
    }

    /// Each with what to do about it.
    public List<String> faults() {
      return faults;
    }
  }

  /// Checks a file and keeps it; one of the same id that was added before is replaced.
  ///
  /// @param data the practice's data folder
  /// @throws Faulty naming every fault, each with what to do; then nothing is kept
  public static Instrument add(Path data, Path file) {
    try {
      var text = Files.readAllBytes(file);
      var pack = read(text);
      var others = new ArrayList<>(Instruments.shipped());
      list(data).stream().filter(kept -> !kept.id().equals(pack.id())).forEach(others::add);
      others.add(pack);
      var faults = InstrumentCheck.faults(others);
      if (!faults.isEmpty()) {
        throw new Faulty(faults);
      }
      var folder = Files.createDirectories(folder(data));
      var beside = Files.write(folder.resolve(pack.id() + ".part"), text);
      Files.move(
          beside,
          folder.resolve(pack.id() + ".json"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
      return pack;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What was added, by file name.
  ///
  /// @throws Faulty if a file in the folder was harmed since
  public static List<Instrument> list(Path data) {
    if (!Files.isDirectory(folder(data))) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder(data), "*.json")) {
      var found = new ArrayList<Path>();
      files.forEach(found::add);
      found.sort(null);
      var packs = new ArrayList<Instrument>();
      for (var file : found) {
        packs.add(read(Files.readAllBytes(file)));
      }
      return packs;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(Path data) {
    return data.resolve("instruments");
  }

  private static Instrument read(byte[] text) {
    try {
      var lacks = InstrumentFile.lacks(new ByteArrayInputStream(text));
      if (!lacks.isEmpty()) {
        throw new Faulty(lacks);
      }
      return InstrumentFile.read(new ByteArrayInputStream(text));
    } catch (JacksonException e) {
      var where = e.getLocation();
      throw new Faulty(
          List.of(
              "it cannot be read: "
                  + e.getOriginalMessage()
                  + (where == null ? "" : " (line " + where.getLineNr() + ")")
                  + "; correct the JSON, and use only the fields that docs/instruments.md names"));
    }
  }
}
