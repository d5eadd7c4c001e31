package org.saltwater.measures;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A questionnaire with published scoring, as its file under `instruments/` describes it.
///
/// @param validated false for our own wording, which every page labels as "not a validated scale"
/// @param language BCP 47
/// @param recallDays the stretch of time asked about, in days
/// @param recall the sentence in front of the items
/// @param parts named sets of items with a sum of their own
/// @param criteria patterns of answers read beside the total
/// @param flags items whose answer brings a human
/// @param asked how often it is asked; empty for one that is only part of the first questionnaire
/// @param reliableChange the smallest change in the total that is more than chance; empty where
///     none is published
/// @param recoveredBelow a total below it is recovery when the change is reliable too
/// @param licence on what terms it may be shown
/// @param attribution the words that must stand beside it
/// @param source where wording and scoring were taken from
public record Instrument(
    String id,
    String version,
    String title,
    boolean validated,
    String language,
    int recallDays,
    String recall,
    Optional<String> loincPanel,
    Optional<String> loincTotal,
    List<Item> items,
    List<Part> parts,
    Scoring scoring,
    List<Band> bands,
    List<Cut> cuts,
    List<Criterion> criteria,
    List<Flag> flags,
    Optional<Asked> asked,
    OptionalInt reliableChange,
    OptionalInt recoveredBelow,
    String licence,
    String attribution,
    String source) {
  public Instrument {
    items = List.copyOf(items);
    parts = List.copyOf(parts);
    bands = List.copyOf(bands);
    cuts = List.copyOf(cuts);
    criteria = List.copyOf(criteria);
    flags = List.copyOf(flags);
  }

  /// A named set of items.
  public record Part(String name, List<String> items) {
    public Part {
      items = List.copyOf(items);
    }
  }

  /// How a total is made of the answers.
  ///
  /// @param missingAllowed how many items may be left out and be filled with the mean of the others
  /// @param neverImputed items that a total cannot do without
  /// @param gate an item whose zero makes the total zero, the others not being asked
  public record Scoring(int missingAllowed, List<String> neverImputed, Optional<String> gate) {
    public Scoring {
      neverImputed = List.copyOf(neverImputed);
    }
  }

  /// Pure: the same answers always give the same score, whatever their order.
  ///
  /// @throws IllegalArgumentException if an answer is for no item, or is none the item offers
  public Score score(Answers answers) {
    return new Scorer(this, answers).score();
  }

  /// Whether this is an answer that one of the items offers.
  public boolean takes(String linkId, int value) {
    return items.stream().anyMatch(item -> item.linkId().equals(linkId) && item.takes(value));
  }

  /// The sum of one part, if every item of it was answered.
  ///
  /// @throws IllegalArgumentException if there is no such part
  public OptionalInt sum(String part, Answers answers) {
    var named = part(part);
    return named.items().stream().allMatch(answers.values()::containsKey)
        ? OptionalInt.of(named.items().stream().mapToInt(answers.values()::get).sum())
        : OptionalInt.empty();
  }

  /// The least a part's sum can be, whatever was left out; nothing while none of it was answered.
  ///
  /// @throws IllegalArgumentException if there is no such part
  public OptionalInt least(String part, Answers answers) {
    var given = part(part).items().stream().filter(answers.values()::containsKey).toList();
    return given.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of(given.stream().mapToInt(answers.values()::get).sum());
  }

  Part part(String name) {
    return parts.stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such part in " + id));
  }

  /// @throws IllegalArgumentException if there is no such item
  public Item item(String linkId) {
    return items.stream()
        .filter(item -> item.linkId().equals(linkId))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such item in " + id));
  }

  /// The smallest total there is.
  public int lowest() {
    return scoring.gate().isPresent()
        ? 0
        : scoredItems().stream()
            .mapToInt(item -> item.choices().stream().mapToInt(Choice::value).min().orElse(0))
            .sum();
  }

  /// The largest total there is; 0 for a count, which has none.
  public int highest() {
    return scoredItems().stream()
        .mapToInt(item -> item.choices().stream().mapToInt(Choice::value).max().orElse(0))
        .sum();
  }

  public List<Item> scoredItems() {
    return items.stream().filter(Item::scored).toList();
  }
}
