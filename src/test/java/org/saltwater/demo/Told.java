package org.saltwater.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saltwater.alliance.CheckIns;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.Messages;
import org.saltwater.scheduling.Appointments;
import org.saltwater.therapists.Therapists;
import org.saltwater.vault.Evidence;

/// All that a demo's people would tell of themselves, line by line, with every text opened.
record Told(DemoRun run) {
  static List<String> by(DemoRun run) {
    var told = new Told(run);
    var lines = new ArrayList<String>();
    for (var role : Role.values()) {
      for (var person : run.get(People.class).listWith(role)) {
        lines.add("%s %s %s %s".formatted(person.name(), person.email(), role, person.zone()));
      }
    }
    run.get(Therapists.class).list().forEach(it -> lines.add(it.toString()));
    for (int number = 0; number < 190; number++) {
      told.client(number, lines);
    }
    return lines;
  }

  private void client(int number, List<String> lines) {
    var id = DemoIds.client(number);
    run.get(Intakes.class)
        .find(id)
        .ifPresent(
            intake ->
                lines.add(
                    "%s answered %s until %s"
                        .formatted(
                            number,
                            Map.copyOf(new java.util.TreeMap<>(intake.given().values())),
                            intake.changedAt())));
    for (var it : run.get(Appointments.class).listFor(id)) {
      lines.add(
          "%s meets %s at %s by %s".formatted(number, it.therapist(), it.start(), it.modality()));
    }
    for (var it : run.get(CheckIns.class).listFor(Evidence.own(id), 1_000)) {
      lines.add(
          "%s said %s at %s"
              .formatted(number, it.answers().map(a -> a.ratings() + a.feltWrong()), it.savedAt()));
    }
    run.get(People.class).find(id.person()).ifPresent(person -> conversations(person, lines));
  }

  private void conversations(Person person, List<String> lines) {
    var me = new SignedIn(person.id(), person.name(), Set.of(Role.CLIENT), person.zone());
    for (var conversation : run.get(Conversations.class).listOf(person.id())) {
      var entrance = run.get(Conversations.class).enter(me, conversation.id());
      for (var it : run.get(Messages.class).listAfter(entrance, 0)) {
        lines.add(
            "%s %d %s %s"
                .formatted(ClientId.of(it.from()), it.number(), it.at(), it.text().value()));
      }
    }
  }
}
