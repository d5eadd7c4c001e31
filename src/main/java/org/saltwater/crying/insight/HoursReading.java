package org.saltwater.crying.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.saltwater.alliance.CheckIns;
import org.saltwater.alliance.SavedCheckIn;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.HourAnswer;
import org.saltwater.crying.TearsInTheHour;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.progress.Reading;
import org.saltwater.progress.Readings;
import org.saltwater.sessions.SessionState;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Evidence;
import org.springframework.stereotype.Component;

/// Reads one person's hours for what the practice learns from many, with the evidence that their
/// own agreement gives. Nothing of it is kept.
@Component
class HoursReading {
  static final String INSTRUMENT = "phq-9";

  /// A total is of the hour if it was given in so many days before it: the PHQ-9 is asked weekly at
  /// most, before an hour.
  static final Duration FRESH = Duration.ofDays(7);

  private final TherapySessions sessions;
  private final Readings readings;
  private final CheckIns checkIns;
  private final TearsInTheHour tears;
  private final CryingEpisodes episodes;

  HoursReading(
      TherapySessions sessions,
      Readings readings,
      CheckIns checkIns,
      TearsInTheHour tears,
      CryingEpisodes episodes) {
    this.sessions = sessions;
    this.readings = readings;
    this.checkIns = checkIns;
    this.tears = tears;
    this.episodes = episodes;
  }

  /// @param plain hours for the arms
  /// @param rated hours for moderation: as they are gathered, see [Moderation]
  record Read(Followed plain, Followed rated) {}

  /// @throws org.saltwater.kernel.Refusal `data-erased`
  Read read(ClientId client, Instant now) {
    var evidence = Evidence.own(client);
    var totals =
        readings.list(evidence).stream().filter(it -> it.instrument().equals(INSTRUMENT)).toList();
    var rated = new HashMap<AppointmentId, SavedCheckIn>();
    checkIns.listFor(evidence, Integer.MAX_VALUE).forEach(it -> rated.put(it.session(), it));
    var answers = new HashMap<AppointmentId, HourAnswer>();
    tears.list(evidence).forEach(it -> answers.put(it.session(), it.answer()));
    var noted = noted(episodes.list(evidence));
    var hours =
        sessions.listOf(client.person(), Instant.EPOCH, now).stream()
            .filter(it -> it.state() == SessionState.ENDED)
            .sorted(Comparator.comparing(TherapySession::start))
            .toList();
    var plain = new Stretches();
    var moderated = new Stretches();
    var before = Instant.MIN;
    for (var hour : hours) {
      var one =
          hour(
              total(totals, before, hour.start()),
              answers.get(hour.id()),
              checkIn(rated.get(hour.id())));
      plain.add(hour, one);
      moderated.add(hour, one == null ? null : moderated(one, noted.get(hour.id())));
      before = hour.start();
    }
    return new Read(plain.end(), moderated.end());
  }

  private static double @Nullable [] hour(
      Optional<Reading> total, @Nullable HourAnswer answer, Optional<Double> checkIn) {
    if (total.isEmpty() || answer == null || checkIn.isEmpty()) {
      return null;
    }
    var cried = answer == HourAnswer.ME || answer == HourAnswer.BOTH;
    return new double[] {total.get().value(), cried ? 1 : 0, checkIn.get()};
  }

  /// An hour with tears tells of support and shame only where the person rated both and let this
  /// moment count.
  private static double @Nullable [] moderated(double[] hour, @Nullable CryingEpisode noted) {
    if (hour[Arms.TEARS] == 0) {
      return new double[] {hour[0], 0, hour[2], 0, 0};
    }
    if (noted == null || !noted.note().pooled()) {
      return null;
    }
    var support = noted.note().felt().supported();
    var shame = noted.note().felt().ashamed();
    return support == null || shame == null
        ? null
        : new double[] {hour[0], 1, hour[2], support, shame};
  }

  /// The newest that was given since the hour before, and not too long ago.
  private static Optional<Reading> total(List<Reading> totals, Instant before, Instant start) {
    return totals.reversed().stream()
        .filter(it -> !it.at().isAfter(start) && it.at().isAfter(before))
        .findFirst()
        .filter(it -> !it.at().isBefore(start.minus(FRESH)));
  }

  private static Optional<Double> checkIn(@Nullable SavedCheckIn saved) {
    return Optional.ofNullable(saved)
        .flatMap(SavedCheckIn::answers)
        .map(it -> it.mean())
        .flatMap(it -> it.isPresent() ? Optional.of(it.getAsDouble()) : Optional.empty());
  }

  private static Map<AppointmentId, CryingEpisode> noted(List<CryingEpisode> episodes) {
    var noted = new HashMap<AppointmentId, CryingEpisode>();
    for (var episode : episodes) {
      var session = episode.note().session();
      if (session != null) {
        noted.put(session, episode);
      }
    }
    return noted;
  }
}
