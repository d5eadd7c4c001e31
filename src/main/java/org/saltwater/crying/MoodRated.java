package org.saltwater.crying;

import org.saltwater.kernel.ClientId;

/// A client said how they were at one moment around an episode.
public record MoodRated(EpisodeId episode, ClientId client, MoodMoment moment) {}
