package org.saltwater.messaging;

/// Something around a conversation's messages changed: it closed, or a therapy hour in it began or
/// ended.
public record ConversationChanged(ConversationId conversation) {}
