package org.saltwater.intake;

import org.saltwater.kernel.ClientId;

/// A client reached the end of the questionnaire, or changed answers after that and reached it
/// again.
public record IntakeCompleted(ClientId client) {}
