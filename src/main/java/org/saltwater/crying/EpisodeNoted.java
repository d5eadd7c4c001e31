package org.saltwater.crying;

import org.saltwater.kernel.ClientId;

/// A client noted an episode, or changed what they had noted.
public record EpisodeNoted(EpisodeId episode, ClientId client) {}
