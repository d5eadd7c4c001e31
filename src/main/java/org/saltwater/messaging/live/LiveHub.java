package org.saltwater.messaging.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.ConversationId;
import org.saltwater.messaging.Delivery;
import org.saltwater.messaging.Message;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;

/// Who is there, by conversation.
@Component
class LiveHub implements Delivery {
  /// The conversation may no longer be read: the consent edge closed, or the person signed out. Not
  /// to be tried again.
  static final CloseStatus ENDED = new CloseStatus(4403, "ended");

  private final Map<ConversationId, List<LiveConnection>> open = new ConcurrentHashMap<>();

  void join(LiveConnection connection) {
    open.merge(idOf(connection), List.of(connection), LiveHub::plus);
  }

  void leave(LiveConnection connection) {
    open.computeIfPresent(idOf(connection), (_, all) -> without(all, connection));
  }

  Set<ConversationId> conversations() {
    return Set.copyOf(open.keySet());
  }

  List<LiveConnection> list(ConversationId conversation) {
    return open.getOrDefault(conversation, List.of());
  }

  Collection<LiveConnection> listAll() {
    return open.values().stream().flatMap(List::stream).toList();
  }

  long countOf(PersonId person) {
    return listAll().stream().filter(connection -> connection.me().id().equals(person)).count();
  }

  @Override
  public void deliver(Message message) {
    for (var connection : list(message.conversation())) {
      connection.tell(message);
    }
  }

  /// Tells the devices of the other person.
  void tellOther(LiveConnection from, Told told) {
    for (var connection : list(idOf(from))) {
      if (!connection.me().id().equals(from.me().id())) {
        connection.tell(told);
      }
    }
  }

  void end(Predicate<LiveConnection> which) {
    for (var connection : listAll()) {
      if (which.test(connection)) {
        leave(connection);
        connection.close(ENDED);
      }
    }
  }

  private static ConversationId idOf(LiveConnection connection) {
    return connection.conversation();
  }

  private static List<LiveConnection> plus(List<LiveConnection> all, List<LiveConnection> one) {
    var more = new ArrayList<>(all);
    more.addAll(one);
    return List.copyOf(more);
  }

  private static @Nullable List<LiveConnection> without(
      List<LiveConnection> all, LiveConnection gone) {
    var fewer = all.stream().filter(connection -> connection != gone).toList();
    return fewer.isEmpty() ? null : fewer;
  }
}
