package org.saltwater.home;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saltwater.alliance.CheckIns;
import org.saltwater.care.Episode;
import org.saltwater.care.Episodes;
import org.saltwater.crying.MoodPrompts;
import org.saltwater.home.ClientHome.Hour;
import org.saltwater.home.ClientHome.Stage;
import org.saltwater.home.ClientHome.ToDo;
import org.saltwater.home.ClientHome.With;
import org.saltwater.intake.Intake;
import org.saltwater.intake.Intakes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;
import org.saltwater.matching.Waiting;
import org.saltwater.matching.Waitlist;
import org.saltwater.messaging.Inbox;
import org.saltwater.progress.Questions;
import org.saltwater.scheduling.Appointment;
import org.saltwater.scheduling.Appointments;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.therapists.TherapistProfile;
import org.saltwater.therapists.Therapists;
import org.springframework.stereotype.Component;

/// Composes a client's home. Each module is asked once, whatever the client has.
@Component
class ClientHomes {
  /// For how long after an hour the five questions about it are offered.
  private static final Duration CHECK_IN_OFFERED = Duration.ofDays(7);

  private final Appointments appointments;
  private final Episodes episodes;
  private final Therapists therapists;
  private final Inbox inbox;
  private final Intakes intakes;
  private final Waitlist waitlist;
  private final TherapySessions sessions;
  private final CheckIns checkIns;
  private final Questions questions;
  private final MoodPrompts prompts;
  private final Clock clock;

  ClientHomes(
      Appointments appointments,
      Episodes episodes,
      Therapists therapists,
      Inbox inbox,
      Intakes intakes,
      Waitlist waitlist,
      TherapySessions sessions,
      CheckIns checkIns,
      Questions questions,
      MoodPrompts prompts,
      Clock clock) {
    this.appointments = appointments;
    this.episodes = episodes;
    this.therapists = therapists;
    this.inbox = inbox;
    this.intakes = intakes;
    this.waitlist = waitlist;
    this.sessions = sessions;
    this.checkIns = checkIns;
    this.questions = questions;
    this.prompts = prompts;
    this.clock = clock;
  }

  ClientHome of(ClientId client) {
    var episode = episodes.findOpen(client);
    var coming = appointments.listComing(client);
    var names = names(episode, coming);
    var hours = coming.stream().map(it -> hour(it, names)).toList();
    var intake = intakes.find(client);
    return new ClientHome(
        stage(episode, intake),
        hours.stream().findFirst(),
        hours.stream().skip(1).limit(3).toList(),
        episode.map(it -> with(it, names)),
        waitlist.find(client).map(Waiting::position),
        inbox.countUnread(client.person()),
        toDo(client.person(), intake));
  }

  private Map<TherapistId, String> names(Optional<Episode> episode, List<Appointment> coming) {
    var ids =
        Stream.concat(
                episode.stream()
                    .flatMap(
                        it -> Stream.concat(Stream.of(it.therapist()), it.deputyFor().stream())),
                coming.stream().map(Appointment::therapist))
            .collect(Collectors.toSet());
    return therapists.listAllOf(ids).stream()
        .collect(Collectors.toMap(TherapistProfile::id, TherapistProfile::name));
  }

  private Hour hour(Appointment appointment, Map<TherapistId, String> names) {
    return new Hour(
        appointment.id(),
        appointment.start(),
        appointment.end(),
        appointment.modality(),
        names.getOrDefault(appointment.therapist(), ""),
        appointment.roomOpensAt(),
        appointment.isRoomOpenAt(clock.instant()));
  }

  private static With with(Episode episode, Map<TherapistId, String> names) {
    Function<TherapistId, String> name = id -> names.getOrDefault(id, "");
    return new With(
        episode.therapist(), name.apply(episode.therapist()), episode.deputyFor().map(name));
  }

  private static Stage stage(Optional<Episode> episode, Optional<Intake> intake) {
    if (episode.isPresent()) {
      return Stage.WITH_THERAPIST;
    }
    if (intake.isEmpty()) {
      return Stage.BEGIN;
    }
    return intake.get().completedAt().isPresent() ? Stage.CHOOSE : Stage.GO_ON;
  }

  private List<ToDo> toDo(PersonId client, Optional<Intake> intake) {
    var found = new ArrayList<ToDo>();
    var now = clock.instant();
    // Two who are early may have ended theirs before the time it was to begin.
    sessions.listOf(client, now.minus(CHECK_IN_OFFERED), now.plus(Appointment.EARLY)).stream()
        .filter(session -> session.state() == SessionState.ENDED)
        .reduce((earlier, last) -> last)
        .filter(session -> !checkIns.isSaved(session.id(), client))
        .ifPresent(
            session -> found.add(new ToDo("check-in", "/sessions/" + session.id() + "/check-in")));
    prompts.listOpen(ClientId.of(client)).stream()
        .reduce((earlier, newest) -> newest)
        .ifPresent(it -> found.add(new ToDo("check-back", "/check-back/" + it.id())));
    if (questions.now(ClientId.of(client)).isWaiting()) {
      found.add(new ToDo("progress", "/progress/questions"));
    }
    if (intake.filter(it -> it.completedAt().isEmpty()).isPresent()) {
      found.add(new ToDo("questionnaire", LandingView.QUESTIONNAIRE));
    }
    return found;
  }
}
