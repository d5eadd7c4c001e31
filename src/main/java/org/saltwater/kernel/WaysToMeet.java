package org.saltwater.kernel;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How this practice can hold hours today. What clients wish for and what therapists offer is asked
/// and kept in full; what is booked is only ever one of these. The phone is one of them only while
/// the practice's line is there: nobody is sent into an hour in which nothing rings.
public final class WaysToMeet {
  private static final PhoneLine NO_LINE =
      new PhoneLine() {
        @Override
        public boolean isSetUp() {
          return false;
        }

        @Override
        public boolean isReady() {
          return false;
        }
      };

  private final Set<Modality> wanted;
  private final PhoneLine line;

  /// For a practice without a telephone line.
  ///
  /// @param wanted text is always among them, since every hour can go on in writing
  public WaysToMeet(Set<Modality> wanted) {
    this(wanted, NO_LINE);
  }

  public WaysToMeet(Set<Modality> wanted, PhoneLine line) {
    var all = EnumSet.of(Modality.TEXT);
    all.addAll(wanted);
    this.wanted = Set.copyOf(all);
    this.line = line;
  }

  /// Whether the practice has chosen this way, whatever it can do just now.
  public boolean wants(Modality modality) {
    return wanted.contains(modality);
  }

  /// Whether the practice has all that this way needs, though its line may be down just now.
  public boolean isEquippedFor(Modality modality) {
    return wants(modality) && (modality != Modality.PHONE || line.isSetUp());
  }

  public boolean holds(Modality modality) {
    return isEquippedFor(modality) && (modality != Modality.PHONE || line.isReady());
  }

  /// Those that can be booked now.
  public Set<Modality> modalities() {
    return Stream.of(Modality.values()).filter(this::holds).collect(Collectors.toSet());
  }

  /// The way itself, or text where it cannot be held.
  public Modality orText(Modality wished) {
    return holds(wished) ? wished : Modality.TEXT;
  }

  /// Those of the offered ways that can be booked, in their usual order.
  public List<Modality> among(Collection<Modality> offered) {
    return offered.stream().filter(this::holds).sorted().toList();
  }
}
