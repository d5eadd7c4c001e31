package org.saltwater.safety;

import java.util.UUID;
import org.saltwater.kernel.ClientId;

/// A flag was raised, or an open one became more urgent.
public record RiskFlagRaised(UUID flag, ClientId client) {}
