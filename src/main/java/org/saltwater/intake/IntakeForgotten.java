package org.saltwater.intake;

import org.saltwater.kernel.ClientId;

/// A questionnaire was deleted, because its owner said so or nobody came back for it. Published in
/// the same transaction, so that whatever rests on the answers goes with them.
public record IntakeForgotten(ClientId client) {}
