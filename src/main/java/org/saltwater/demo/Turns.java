package org.saltwater.demo;

import java.util.List;
import java.util.Set;
import org.saltwater.care.EdgeKind;
import org.saltwater.care.Episodes;
import org.saltwater.care.GuestAccess;
import org.saltwater.care.Handovers;
import org.saltwater.care.Lack;
import org.saltwater.care.Missing;
import org.saltwater.care.TherapistChanges;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskState;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Scope;

/// Who treats whom, and how that changes, in the practice's invented past.
record Turns(
    Therapists therapists,
    Episodes episodes,
    TherapistChanges changes,
    Handovers handovers,
    GuestAccess guests,
    RiskFlags flags,
    Sentences sentences) {
  private static final Set<Scope> TRAVELS =
      Set.of(Scope.QUESTIONNAIRE, Scope.SCORES, Scope.APPOINTMENTS, Scope.SUMMARY);

  void begin(DemoClient client, Roster.Entry therapist) {
    therapists.takePlace(therapist.profile().id());
    episodes.open(client.id(), therapist.profile().id());
  }

  void reach(Scene.Reached scene) {
    var by = Staff.COORDINATOR.person().id();
    for (var flag : flags.listOpenFor(scene.client().id())) {
      for (var next : List.of(RiskState.SEEN, RiskState.CONTACTED, RiskState.CLOSED)) {
        flags.move(flag.id(), next, by);
      }
    }
  }

  /// Every third client takes the messages along too.
  void change(Scene.Changed scene) {
    var client = scene.client();
    var random = client.random("change");
    var id = changes.begin(client.id()).id();
    var travels = new java.util.HashSet<>(TRAVELS);
    if (client.number() % 3 == 0) {
      travels.add(Scope.MESSAGES);
    }
    changes.chooseWhatTravels(id, client.id(), travels);
    var lack = Names.pick(List.of(Lack.MORE_ROOM_FOR_FEELINGS, Lack.MORE_GUIDANCE), random);
    changes.sayWhatWasMissing(
        id, client.id(), new Missing(Set.of(lack), sentences.pick("missing", random)));
    changes.complete(
        id,
        client.id(),
        scene.to().profile().id(),
        scene.start(),
        client.meetsBy(scene.to().profile()));
  }

  void sumUp(Scene.Summed scene) {
    var by = scene.by().profile().id();
    handovers.listFor(scene.client().id()).stream()
        .filter(handover -> handover.from().equals(by))
        .forEach(
            handover ->
                handovers.addSummary(
                    handover.id(),
                    by,
                    sentences.pick("summary", scene.client().random("summary"))));
  }

  void supervise(Scene.Supervised scene) {
    var client = scene.client().id();
    guests.askForSupervision(
        scene.therapist().profile().id(), client, Staff.SUPERVISOR.person().id());
    if (scene.agreed()) {
      guests.listCurrent(client).stream()
          .filter(edge -> edge.kind() == EdgeKind.SUPERVISION)
          .forEach(edge -> guests.agree(client, edge.id()));
    }
  }

  void end(Scene.Ended scene) {
    var therapist = scene.therapist().profile().id();
    episodes.close(scene.client().id(), therapist);
    therapists.releasePlace(therapist);
  }

  void leave(Scene.Left scene) {
    therapists.leave(
        scene.therapist().profile().id(),
        scene.deputy().profile().id(),
        Staff.COORDINATOR.person().id());
  }
}
