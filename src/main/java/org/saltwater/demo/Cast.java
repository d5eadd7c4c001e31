package org.saltwater.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.saltwater.kernel.Jurisdiction;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.ProblemDomain;
import org.saltwater.kernel.TherapistId;

/// Thinks up the clients: who they are, what brings them, how far they have come and with whom.
/// Nobody is given a therapist who is not licensed for them, does not speak with them or has no
/// place free.
final class Cast {
  private static final long SEED = 0x5ea_2;
  private static final int CLIENTS = 150;
  private static final int FORMER = 40;

  /// Of those who came and went, one in five stayed away: near the 19.7 % of Swift and Greenberg
  /// 2012, J Consult Clin Psychol 80:547.
  private static final int ONE_STOPPED_OF = 5;

  private static final int USUAL_THERAPISTS = 40;
  private static final List<String> WITHOUT_EMDR_BY_A_WOMAN = List.of("AT", "CH", "IE");

  private final Names names;
  private final List<Roster.Entry> therapists;
  private final Map<TherapistId, Integer> taken = new HashMap<>();

  /// For a practice of any size: only the first forty therapists have clients.
  static Cast of(int therapists) {
    var names = Names.read();
    var roster = new Roster(names, Sentences.read());
    return new Cast(names, roster.list(Math.min(therapists, USUAL_THERAPISTS)).toList());
  }

  /// @param therapists those who may have clients
  Cast(Names names, List<Roster.Entry> therapists) {
    this.names = names;
    this.therapists = therapists;
  }

  List<Roster.Entry> therapists() {
    return therapists;
  }

  /// The therapist who leaves the practice in the course of the demo's past.
  Roster.Entry leaving() {
    return therapists.get(Math.min(therapists.size() - 1, 33));
  }

  /// Who looks after the clients of the one who leaves: licensed where they live.
  Roster.Entry deputy() {
    var home = leaving().profile().licences().stream().sorted().findFirst().orElseThrow();
    return therapists.stream()
        .filter(it -> !it.equals(leaving()) && !it.isAlwaysThere())
        .filter(it -> it.profile().isLicensedFor(home))
        .findFirst()
        .orElseGet(therapists::getFirst);
  }

  /// A smaller practice has fewer clients.
  List<DemoClient> clients() {
    var count = Math.min(CLIENTS, CLIENTS * therapists.size() / USUAL_THERAPISTS);
    var stages =
        Stream.of(Stage.values())
            .flatMap(stage -> Stream.generate(() -> stage).limit(stage.share()))
            .toList();
    var clients = new ArrayList<DemoClient>();
    // Those whose therapist leaves come first, as long as that therapist has places.
    for (int i = 0; i < count; i++) {
      clients.add(
          client(i, stages.get(stages.size() - 1 - (int) ((long) i * stages.size() / count))));
    }
    for (int i = 0; i < FORMER * therapists.size() / USUAL_THERAPISTS; i++) {
      var stage = i % ONE_STOPPED_OF == 2 ? Stage.STOPPED : Stage.FINISHED;
      var client = client(CLIENTS + i, stage);
      if (client.stage() == stage) {
        clients.add(client);
      }
    }
    return clients;
  }

  private DemoClient client(int number, Stage stage) {
    var random = new SplittableRandom(SEED + 7919L * number);
    var name = names.draw(random);
    var domains = domains(random);
    var modality =
        stage.isFormer()
            ? Modality.VIDEO
            : random.nextInt(5) < 3
                ? Modality.TEXT
                : Names.pick(List.of(Modality.VIDEO, Modality.PHONE), random);
    var distress = random.nextGaussian();
    var spoken = new LinkedHashSet<>(name.group().languages());
    spoken.add("en");
    var lives = stage == Stage.WAITING ? WITHOUT_EMDR_BY_A_WOMAN : name.group().places();
    var places = lives.stream().map(Jurisdiction::new).toList();
    var start = random.nextInt(places.size());
    var draft =
        new DemoClient(
            number,
            name.name(),
            places.get(start),
            Set.copyOf(spoken),
            domains,
            modality,
            distress,
            stage,
            Optional.empty(),
            Optional.empty(),
            daysAgo(stage, random));
    return stage.hasTherapist() ? withTherapist(draft) : draft;
  }

  /// With the therapists they need for their stage; without one who fits they are left unmatched.
  private DemoClient withTherapist(DemoClient draft) {
    var first =
        draft.stage() == Stage.THERAPIST_LEFT
            ? Optional.of(leaving()).filter(it -> taken(it) < it.profile().capacity())
            : find(draft, Optional.empty());
    var next = draft.stage() == Stage.CHANGED ? find(draft, first) : Optional.<Roster.Entry>empty();
    if (first.isEmpty() || draft.stage() == Stage.CHANGED && next.isEmpty()) {
      return with(draft, draft.place(), draft.languages(), Stage.UNMATCHED, Optional.empty(), next);
    }
    var profile = first.get().profile();
    // Whoever had them before once needed a place for them too.
    first.ifPresent(this::take);
    next.ifPresent(this::take);
    // Whoever fits only by the practice's own choice lives where that therapist may practise.
    var place =
        profile.isLicensedFor(draft.place())
            ? draft.place()
            : profile.licences().stream().sorted().findFirst().orElseThrow();
    return with(draft, place, draft.languages(), draft.stage(), first, next);
  }

  private static DemoClient with(
      DemoClient it,
      Jurisdiction place,
      Set<String> languages,
      Stage stage,
      Optional<Roster.Entry> first,
      Optional<Roster.Entry> next) {
    return new DemoClient(
        it.number(),
        it.name(),
        place,
        languages,
        it.domains(),
        it.modality(),
        it.distress(),
        stage,
        first,
        next,
        it.daysAgo());
  }

  private Optional<Roster.Entry> find(DemoClient client, Optional<Roster.Entry> not) {
    return therapists.stream()
        .filter(it -> !it.equals(leaving()) && !it.isAlwaysThere())
        .filter(it -> not.filter(it::equals).isEmpty())
        .filter(it -> it.profile().isLicensedFor(client.place()))
        .filter(it -> it.profile().modalities().contains(client.modality()))
        .filter(it -> it.profile().languages().stream().anyMatch(client.languages()::contains))
        // A few therapists are full, most keep a place or two.
        .filter(it -> taken(it) < it.profile().capacity() - (it.number() % 5 == 0 ? 0 : 2))
        .max(
            Comparator.comparing(
                    (Roster.Entry it) ->
                        it.profile().specialties().contains(client.domains().getFirst()))
                .thenComparing(it -> -taken(it) * 100 / it.profile().capacity())
                .thenComparing(it -> -it.number()));
  }

  private void take(Roster.Entry therapist) {
    taken.merge(therapist.profile().id(), 1, Integer::sum);
  }

  private int taken(Roster.Entry therapist) {
    return taken.getOrDefault(therapist.profile().id(), 0);
  }

  private static int daysAgo(Stage stage, RandomGenerator random) {
    return switch (stage) {
      case BEGUN -> 1 + random.nextInt(9);
      case UNMATCHED, FIRST_BOOKED -> 1 + random.nextInt(4);
      case WAITING -> 5 + random.nextInt(20);
      // More are in their first weeks than in their twelfth.
      case IN_TREATMENT -> 10 + Math.min(random.nextInt(74), random.nextInt(74));
      case CHANGED, PAUSED, THERAPIST_LEFT -> 45 + random.nextInt(39);
      case FINISHED, STOPPED -> 70 + random.nextInt(15);
    };
  }

  private static List<ProblemDomain> domains(RandomGenerator random) {
    var all = ProblemDomain.values();
    var some = new LinkedHashSet<ProblemDomain>();
    var count = 1 + random.nextInt(3);
    while (some.size() < count) {
      var domain = all[random.nextInt(all.length)];
      // Rare on purpose: one in four of those drawn stays.
      if (domain != ProblemDomain.SELF_HARM_AND_SUICIDAL_THOUGHTS || random.nextInt(4) == 0) {
        some.add(domain);
      }
    }
    return List.copyOf(some);
  }
}
