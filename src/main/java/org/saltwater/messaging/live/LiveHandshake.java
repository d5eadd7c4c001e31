package org.saltwater.messaging.live;

import java.net.URI;
import java.util.UUID;
import org.saltwater.identity.SignIns;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.SignedIn;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Conversations;
import org.saltwater.messaging.MessagingProblem;
import org.saltwater.messaging.sockets.Door;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Lets a device in that is signed in, may read the conversation, and may write in it:
/// `/live?conversation=…&after=N`.
@Component
class LiveHandshake extends Door<LiveVisit> {
  /// A phone, a laptop, a few tabs.
  private static final int MOST_SOCKETS = 12;

  private final Conversations conversations;
  private final LiveHub hub;

  LiveHandshake(Conversations conversations, SignIns signIns, LiveHub hub) {
    super(signIns, LiveVisit.class);
    this.conversations = conversations;
    this.hub = hub;
  }

  @Override
  protected LiveVisit enter(SignedIn me, UUID signIn, URI address) {
    if (hub.countOf(me.id()) >= MOST_SOCKETS) {
      throw new Refusal(GeneralProblem.TOO_MANY_REQUESTS);
    }
    var asked = UriComponentsBuilder.fromUri(address).build().getQueryParams();
    var id = ConversationId.of(String.valueOf(asked.getFirst("conversation")));
    var after = asked.getFirst("after");
    var entrance = conversations.enter(me, id);
    if (!entrance.mayWrite()) {
      throw new Refusal(MessagingProblem.CONVERSATION_CLOSED);
    }
    var has = after == null ? 0 : Long.parseLong(after);
    return new LiveVisit(me, signIn, entrance, Math.clamp(has, 0, entrance.conversation().last()));
  }
}
