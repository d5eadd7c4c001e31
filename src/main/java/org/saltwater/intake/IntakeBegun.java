package org.saltwater.intake;

import java.util.UUID;
import org.saltwater.kernel.ClientId;

/// A questionnaire just begun, and what opens it. The token is shown this once.
public record IntakeBegun(UUID intake, ClientId client, IntakeToken token) {}
