package org.saltwater.crying.ladder;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.care.Access;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The ladder as its client sees it, and as far as they share it, their therapist. Like messages it
/// is between the two: no supervisor and nobody on call reads it.
@Service
public class LadderReading {
  private final Ladders ladders;
  private final LadderSteps steps;
  private final Repetitions repetitions;
  private final Access access;
  private final Episodes episodes;

  LadderReading(
      Ladders ladders,
      LadderSteps steps,
      Repetitions repetitions,
      Access access,
      Episodes episodes) {
    this.ladders = ladders;
    this.steps = steps;
    this.repetitions = repetitions;
    this.access = access;
    this.episodes = episodes;
  }

  /// What a therapist sees of a step: never what was chosen for it, nor what came.
  ///
  /// @param courses empty unless the client shares the course
  public record Shared(Step step, boolean tried, boolean settled, List<Discomfort> courses) {
    @Override
    public String toString() {
      return "Shared[redacted]";
    }
  }

  /// A ladder through its therapist's eyes.
  ///
  /// @param pause when it rests; told whether or not anything is shared
  /// @param proposed this therapist's own proposals that wait for the client
  public record Theirs(
      Sharing shared, Optional<Pause> pause, List<Step> proposed, List<Shared> steps) {
    @Override
    public String toString() {
      return "Theirs[redacted]";
    }
  }

  /// The client's own steps with all that was noted, the lowest first.
  public List<Standing> own(ClientId client) {
    var evidence = Evidence.own(client);
    var times = repetitions.list(evidence);
    return steps.list(evidence).stream().map(it -> Standing.of(it, times)).toList();
  }

  /// @throws Refusal `not-found` to anyone who does not treat the client now
  public Theirs theirs(SignedIn me, ClientId client) {
    requireTreats(me, client);
    var ladder = ladders.find(client);
    var shared = ladder.filter(it -> it.isSharedWith(me.id(), Sharing.STEPS)).map(Ladder::shared);
    var evidence = access.toReadPart(me, client, Scope.MESSAGES, "crying.ladder");
    var all = shared.isPresent() ? steps.list(evidence) : List.<Step>of();
    var times = shared.isPresent() ? repetitions.list(evidence) : List.<Repetition>of();
    return new Theirs(
        shared.orElse(Sharing.NOTHING),
        ladder.flatMap(Ladder::pause),
        steps.listProposed(evidence, me.id()),
        all.stream()
            .filter(it -> it.state() == StepState.TAKEN)
            .map(it -> shared(Standing.of(it, times), shared.orElseThrow()))
            .toList());
  }

  /// A step that the client may take, or not. Again with the same id changes nothing.
  ///
  /// @throws Refusal `not-found` to anyone who does not treat the client now; `invalid`
  @Transactional
  public void propose(SignedIn me, ClientId client, UUID id, NewStep step) {
    requireTreats(me, client);
    steps.propose(me.id(), client, id, step);
  }

  private void requireTreats(SignedIn me, ClientId client) {
    if (episodes.findOpen(client, me.therapist()).isEmpty()) {
      // Asked through the door all the same, so that the attempt is written down.
      access.toReadPart(me, client, Scope.MESSAGES, "crying.ladder");
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
  }

  /// Without the prompt: the record that leaves here has none.
  private static Shared shared(Standing it, Sharing shared) {
    var step = it.step();
    return new Shared(
        new Step(
            step.id(),
            step.stage(),
            step.state(),
            step.madeBy(),
            step.madeAt(),
            step.title(),
            Prompt.NONE),
        it.isTried(),
        it.hasSettled(),
        shared == Sharing.COURSE ? it.courses() : List.of());
  }
}
