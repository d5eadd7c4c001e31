package org.saltwater.crying.web;

import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.crying.CryingEpisode;
import org.saltwater.crying.CryingEpisodes;
import org.saltwater.crying.EpisodeId;
import org.saltwater.crying.EpisodeNote;
import org.saltwater.crying.MoodMoment;
import org.saltwater.crying.MoodPrompts;
import org.saltwater.kernel.ClientId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a page saves in one step.
@Component
class MomentNoting {
  private final CryingEpisodes episodes;
  private final MoodPrompts prompts;
  private final Clock clock;

  MomentNoting(CryingEpisodes episodes, MoodPrompts prompts, Clock clock) {
    this.episodes = episodes;
    this.prompts = prompts;
    this.clock = clock;
  }

  /// @param now how they are now, or null; kept only if it still says how they were at once
  /// @param again whether they want to be asked again
  @Transactional
  public void note(
      ClientId client, EpisodeId id, EpisodeNote note, @Nullable Integer now, boolean again) {
    episodes.save(client, id, note, again ? MoodMoment.LATER : Set.of());
    if (MoodMoment.AT_ONCE.isOpen(note.ended(), clock.instant())) {
      rate(client, id, MoodMoment.AT_ONCE, now);
    }
  }

  /// @param before how they had been before, or null
  @Transactional
  public void change(ClientId client, EpisodeId id, EpisodeNote note, @Nullable Integer before) {
    episodes.save(client, id, note, Set.of());
    if (before == null) {
      episodes.forget(client, id, MoodMoment.BEFORE);
    } else {
      episodes.rate(client, id, MoodMoment.BEFORE, before);
    }
  }

  boolean isStillAsked(CryingEpisode episode) {
    return prompts.isAnyLeft(episode.client(), episode.id());
  }

  private void rate(ClientId client, EpisodeId id, MoodMoment moment, @Nullable Integer value) {
    if (value != null) {
      episodes.rate(client, id, moment, value);
    }
  }
}
