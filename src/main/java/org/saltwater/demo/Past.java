package org.saltwater.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saltwater.alliance.CheckIn;
import org.saltwater.alliance.CheckIns;
import org.saltwater.alliance.Item;
import org.saltwater.identity.People;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.matching.Waitlist;
import org.saltwater.progress.Goals;
import org.saltwater.progress.PastAnswers;
import org.saltwater.scheduling.Appointments;
import org.saltwater.sessions.Arrival;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Evidence;

/// Plays scenes through the modules' own faces, with the clock set to when they happened: what they
/// leave behind is sealed, logged and consistent as if it had happened. Playing a scene again after
/// an interruption changes nothing that was there.
record Past(
    DemoClock clock,
    People people,
    QuestionnairePages questionnaires,
    Intakes intakes,
    Waitlist waitlist,
    Turns turns,
    Appointments appointments,
    TherapySessions sessions,
    CheckIns checkIns,
    TearsInThePast tears,
    PastAnswers answers,
    Goals goals,
    Correspondence correspondence,
    Sentences sentences) {
  private static final CourseOfTherapy MODEL = CourseOfTherapy.STATED;

  void play(Scene scene) {
    clock.turnTo(scene.at());
    switch (scene) {
      case Scene.Questionnaire it -> questionnaires.fillIn(it.client(), it.pages());
      case Scene.Reached it -> turns.reach(it);
      case Scene.Waits it -> joinTheLine(it.client());
      case Scene.FirstBooked it -> {
        people.addAll(List.of(it.client().person()));
        turns.begin(it.client(), it.therapist());
        book(it.client(), it.therapist(), it.start());
      }
      case Scene.NextBooked it -> book(it.client(), it.therapist(), it.start());
      case Scene.Cancelled it ->
          appointments.cancel(appointment(it.client(), it.start()), it.client().id().person());
      case Scene.Hour it -> meet(it);
      case Scene.Missed it ->
          sessions.lookIn(
              appointment(it.client(), it.start()), it.therapist().profile().id().person());
      case Scene.Answered it -> answer(it);
      case Scene.GoalMade it ->
          goals.add(
              it.client().id(),
              DemoIds.goal(it.client()),
              sentences.pick("goal", it.client().random("goal")));
      case Scene.Ended it -> turns.end(it);
      case Scene.Letters it -> correspondence.between(it);
      case Scene.Changed it -> turns.change(it);
      case Scene.Summed it -> turns.sumUp(it);
      case Scene.Supervised it -> turns.supervise(it);
      case Scene.Left it -> turns.leave(it);
    }
  }

  private void joinTheLine(DemoClient client) {
    people.addAll(List.of(client.person()));
    intakes
        .matchingAnswers(Evidence.own(client.id()))
        .ifPresent(answers -> waitlist.join(answers, Optional.empty()));
  }

  private void book(DemoClient client, Roster.Entry therapist, Instant start) {
    var held =
        appointments.hold(
            client.id(), therapist.profile().id(), start, client.meetsBy(therapist.profile()));
    appointments.confirm(held.id(), client.id());
  }

  private AppointmentId appointment(DemoClient client, Instant start) {
    return appointments.listFor(client.id()).stream()
        .filter(it -> it.start().equals(start))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void answer(Scene.Answered scene) {
    var client = scene.client().id();
    answers.add(
        client,
        scene.answers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                it ->
                    new PastAnswers.Answered(
                        DemoIds.answers(scene.client(), it.getKey(), scene.at()),
                        it.getKey(),
                        it.getValue()))
            .toList());
    scene.goal().ifPresent(value -> goals.rate(client, DemoIds.goal(scene.client()), value));
  }

  private void meet(Scene.Hour hour) {
    var random = hour.client().random("room" + hour.start());
    var client = hour.client().id().person();
    var therapist = hour.therapist().profile().id().person();
    var id = appointment(hour.client(), hour.start());
    sessions.arrive(id, client, arrival(hour.client()));
    clock.turnTo(hour.start());
    sessions.lookIn(id, therapist);
    sessions.admit(id, therapist);
    hour.talk().ifPresent(talk -> correspondence.inTheHour(hour, id, talk));
    var end = hour.start().plus(Duration.ofMinutes(45 + random.nextInt(6)));
    clock.turnTo(end);
    sessions.end(id, therapist);
    clock.turnTo(end.plus(Duration.ofMinutes(3)));
    if (random.nextDouble() < MODEL.checkInAnswered()) {
      checkIns.save(signedIn(hour.client()), id, byClient(hour));
      tears.after(hour, signedIn(hour.client()), id, end);
    }
    clock.turnTo(end.plus(Duration.ofMinutes(6)));
    checkIns.save(signedIn(hour.therapist()), id, byTherapist(hour));
  }

  private CheckIn byClient(Scene.Hour hour) {
    var own = MODEL.ratingMean() + MODEL.ratingBetween() * HowPeopleChange.ownMean(hour.client());
    var random = hour.client().random("rating" + hour.start());
    var ratings = new EnumMap<Item, Integer>(Item.class);
    for (var item : Item.values()) {
      ratings.put(item, MODEL.rating(own, hour.strain(), random));
    }
    return new CheckIn(ratings, hour.ruptured() ? sentences.pick("felt-wrong", random) : "");
  }

  private static CheckIn byTherapist(Scene.Hour hour) {
    var random = hour.client().random("view" + hour.start());
    var ratings = new EnumMap<Item, Integer>(Item.class);
    for (var item : Item.values()) {
      ratings.put(item, MODEL.rating(MODEL.ratingMean(), hour.strain(), random));
    }
    return new CheckIn(ratings, "");
  }

  /// The numbers are kept free for drama by Ofcom: nobody answers there.
  private static Arrival arrival(DemoClient client) {
    return new Arrival("At home", "+44 20 7946 0" + (100 + client.number()));
  }

  private static SignedIn signedIn(DemoClient client) {
    return new SignedIn(client.id().person(), client.name(), Set.of(Role.CLIENT), client.zone());
  }

  private static SignedIn signedIn(Roster.Entry therapist) {
    var it = therapist.profile();
    return new SignedIn(it.id().person(), it.name(), Set.of(Role.THERAPIST), it.zone());
  }
}
