package org.saltwater.messaging;

import org.saltwater.care.EdgeClosed;
import org.saltwater.care.EdgeKind;
import org.saltwater.care.EdgeOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Conversations begin and end with the consent edge, in the edge's own transaction: there is no
/// moment in which the edge is closed and a message still gets through.
@Component
class TreatingEdges {
  private final Conversations conversations;

  TreatingEdges(Conversations conversations) {
    this.conversations = conversations;
  }

  @EventListener
  void on(EdgeOpened opened) {
    if (opened.kind() == EdgeKind.TREATING) {
      conversations.open(opened.client(), opened.therapist());
    }
  }

  @EventListener
  void on(EdgeClosed closed) {
    if (closed.kind() == EdgeKind.TREATING) {
      conversations.close(closed.client(), closed.therapist());
    }
  }
}
