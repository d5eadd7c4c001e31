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
import org.saltwater.messaging.sockets.Guest;
import org.saltwater.messaging.sockets.Guests;
import org.springframework.stereotype.Component;

/// Who is there, by conversation.
@Component
class LiveHub implements Delivery, Guests {
  private final Map<ConversationId, List<Guest>> open = new ConcurrentHashMap<>();

  @Override
  public void join(Guest guest) {
    open.merge(guest.conversation(), List.of(guest), LiveHub::plus);
  }

  @Override
  public void leave(Guest guest) {
    open.computeIfPresent(guest.conversation(), (_, all) -> without(all, guest));
  }

  Set<ConversationId> conversations() {
    return Set.copyOf(open.keySet());
  }

  List<Guest> list(ConversationId conversation) {
    return open.getOrDefault(conversation, List.of());
  }

  Collection<Guest> listAll() {
    return open.values().stream().flatMap(List::stream).toList();
  }

  /// How many devices of a person read conversations here.
  long countOf(PersonId person) {
    return listAll().stream()
        .filter(guest -> guest instanceof LiveConnection && guest.person().equals(person))
        .count();
  }

  @Override
  public void deliver(Message message) {
    for (var guest : list(message.conversation())) {
      if (guest instanceof LiveConnection connection) {
        connection.tell(message);
      }
    }
  }

  /// Tells the devices of the other person.
  void tellOther(LiveConnection from, Told told) {
    for (var guest : list(from.conversation())) {
      if (guest instanceof LiveConnection connection
          && !connection.person().equals(from.person())) {
        connection.tell(told);
      }
    }
  }

  void end(Predicate<Guest> which) {
    for (var guest : listAll()) {
      if (which.test(guest)) {
        leave(guest);
        guest.end();
      }
    }
  }

  private static List<Guest> plus(List<Guest> all, List<Guest> one) {
    var more = new ArrayList<>(all);
    more.addAll(one);
    return List.copyOf(more);
  }

  private static @Nullable List<Guest> without(List<Guest> all, Guest gone) {
    var fewer = all.stream().filter(guest -> guest != gone).toList();
    return fewer.isEmpty() ? null : fewer;
  }
}
