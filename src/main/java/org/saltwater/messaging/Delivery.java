package org.saltwater.messaging;

/// Whoever brings stored messages to the people who are there. Called once for each message, in the
/// order of its conversation, only after the flush; must return at once.
public interface Delivery {
  void deliver(Message message);
}
