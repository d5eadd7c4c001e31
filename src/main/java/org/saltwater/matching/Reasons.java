package org.saltwater.matching;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.saltwater.intake.DayPart;
import org.saltwater.intake.Weight;
import org.saltwater.intake.WishKind;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.matching.Search.Hit;

/// Tells why a therapist is shown, from the same facts that the score came from.
final class Reasons {
  /// More than this many problems read like a brochure.
  private static final int PROBLEMS_NAMED = 2;

  private final MatchRequest request;
  private final List<WishGroup> wishes;

  Reasons(MatchRequest request, List<WishGroup> wishes) {
    this.request = request;
    this.wishes = wishes;
  }

  Candidate candidate(Hit hit, Score score) {
    return new Candidate(
        hit.listing().id,
        hit.soonest(),
        hit.listing().length,
        modality(hit.listing()),
        reasons(hit),
        score);
  }

  private List<Reason> reasons(Hit hit) {
    var all = new ArrayList<Reason>();
    all.add(new Reason.Free(hit.soonest(), part(hit.soonest())));
    wished(hit.listing(), true).forEach(all::add);
    problems(hit.listing(), all);
    wished(hit.listing(), false).forEach(all::add);
    return all;
  }

  private Stream<Reason> wished(Listing listing, boolean met) {
    return wishes.stream()
        .filter(group -> group.weight() != Weight.MUST_NOT)
        .filter(group -> group.isTrueOf(listing) == met)
        .map(group -> new Reason.Wished(group.wishFor(listing), met, group.isToldBy(listing)));
  }

  private void problems(Listing listing, List<Reason> all) {
    var domains = request.answers().domains();
    domains.stream()
        .filter(domain -> Bits.hold(listing.bitsOf(WishKind.SPECIALTY), domain))
        .limit(PROBLEMS_NAMED)
        .forEach(domain -> all.add(worksWith(domain, true)));
    domains.stream()
        .filter(domain -> listing.outcomes[Bits.place(domain)] > 0)
        .limit(1)
        .forEach(domain -> all.add(new Reason.DoneWell(domain)));
    domains.stream()
        .limit(1)
        .filter(domain -> !Bits.hold(listing.bitsOf(WishKind.SPECIALTY), domain))
        .forEach(domain -> all.add(worksWith(domain, false)));
  }

  private Reason worksWith(ProblemDomain domain, boolean met) {
    return new Reason.WorksWith(domain, domain == request.answers().domains().getFirst(), met);
  }

  private Optional<DayPart> part(Instant start) {
    var local = LocalDateTime.ofInstant(start, request.answers().zone());
    return request.answers().times().stream().filter(part -> part.holds(local)).findFirst();
  }

  private Modality modality(Listing listing) {
    return Stream.of(Modality.values())
        .filter(request.answers().modalities()::contains)
        .filter(modality -> Bits.hold(listing.modalities, modality))
        .findFirst()
        .orElseThrow();
  }
}
