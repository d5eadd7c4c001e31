package org.saltwater.demo;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.CryingForm;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.EpisodeNote.Aftermath;
import org.saltwater.crying.EpisodeNote.Course;
import org.saltwater.crying.EpisodeNote.Felt;
import org.saltwater.crying.HourAnswer;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.Response;
import org.saltwater.crying.Setting;
import org.saltwater.crying.TearsInTheHour;
import org.saltwater.crying.Trigger;
import org.saltwater.crying.WhoCried;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.Modality;
import org.saltwater.kernel.SignedIn;

/// A few invented people note that tears came, by the model that `docs/synthetic.md` states.
record TearsInThePast(CryingEpisodes episodes, TearsInTheHour hours) {
  /// One client in so many notes it at all.
  private static final int ONE_IN = 8;

  /// About one hour in seven (Robinson et al. 2015).
  private static final double SHARE = 1 / 7.0;

  /// The client says so after an hour, if tears came, and adds a little.
  void after(Scene.Hour hour, SignedIn client, AppointmentId id, Instant end) {
    if (hour.client().number() % ONE_IN != 0) {
      return;
    }
    var random = hour.client().random("tears" + hour.start());
    var came = random.nextDouble() < SHARE;
    if (came) {
      note(hour, client, id, end, random);
    }
    hours.save(client, id, came ? HourAnswer.ME : HourAnswer.NO, Set.of());
  }

  private void note(
      Scene.Hour hour, SignedIn client, AppointmentId id, Instant end, SplittableRandom random) {
    var episode = new EpisodeId(new UUID(random.nextLong(), random.nextLong()));
    var supported = step(7 - 2 * hour.strain() + 1.5 * random.nextGaussian());
    var ashamed = step(3 + 2 * random.nextGaussian());
    var before = step(5 + 1.5 * random.nextGaussian());
    episodes.save(
        client.client(),
        episode,
        new EpisodeNote(
            end,
            WhoCried.CLIENT,
            Setting.SESSION,
            id,
            null,
            hour.talk().isPresent() ? Modality.TEXT : Modality.VIDEO,
            new Course(
                2 + random.nextInt(12),
                step(5 + 2 * random.nextGaussian()),
                step(5 + 2.5 * random.nextGaussian()),
                one(List.of(Trigger.values()), random),
                one(List.of(CryingForm.values()), random),
                Set.of()),
            new Felt(
                step(supported + random.nextGaussian()),
                supported,
                step(supported + random.nextGaussian()),
                ashamed),
            new Aftermath(Set.of(Response.GAVE_ROOM), true, null, null),
            "",
            hour.client().agreesToFigures()),
        Set.of());
    moods(before, supported, ashamed, random)
        .forEach((moment, value) -> episodes.rate(client.client(), episode, moment, value));
    if (random.nextInt(3) == 0) {
      episodes.share(client.client(), episode);
    }
  }

  /// Lower at once, back after 20 minutes, and after 90 apart by how it was (Gračanin et al. 2015;
  /// Bylsma et al. 2008).
  private static Map<MoodMoment, Integer> moods(
      int before, int supported, int ashamed, SplittableRandom random) {
    var moods = new EnumMap<MoodMoment, Integer>(MoodMoment.class);
    moods.put(MoodMoment.BEFORE, before);
    moods.put(MoodMoment.AT_ONCE, step(before - 2 + random.nextGaussian()));
    moods.put(MoodMoment.AFTER_20, step(before + random.nextGaussian()));
    moods.put(
        MoodMoment.AFTER_90,
        step(before + .5 * (supported - 6) - .3 * (ashamed - 3) + random.nextGaussian()));
    return moods;
  }

  private static <T> T one(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }

  private static int step(double value) {
    return (int) Math.round(Math.clamp(value, 0, 10));
  }
}
