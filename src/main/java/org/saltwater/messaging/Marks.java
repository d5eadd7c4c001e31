package org.saltwater.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.saltwater.kernel.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/// How far each person has received and read. Kept in memory and written every second or two,
/// because a mark that is lost costs nothing: it is made again at the next look.
@Service
public class Marks {
  private static final Logger log = LoggerFactory.getLogger(Marks.class);

  /// @param delivered the last number that reached one of the person's devices
  /// @param read the last number they have seen
  public record Mark(long delivered, long read) {
    public static final Mark NONE = new Mark(0, 0);

    Mark with(Mark other) {
      var far = Math.max(read, other.read);
      return new Mark(Math.max(Math.max(delivered, other.delivered), far), far);
    }
  }

  private record Owner(ConversationId conversation, PersonId person) {}

  private final JdbcClient jdbc;
  private final Map<Owner, Mark> unwritten = new ConcurrentHashMap<>();

  Marks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Moves a person's mark on, never back.
  public void move(ConversationId conversation, PersonId person, Mark mark) {
    unwritten.merge(new Owner(conversation, person), mark, Mark::with);
  }

  public Mark get(ConversationId conversation, PersonId person) {
    var stored =
        jdbc.sql("select delivered, read from messaging_mark where conversation = ? and person = ?")
            .params(conversation.value(), person.value())
            .query((row, _) -> new Mark(row.getLong(1), row.getLong(2)))
            .optional()
            .orElse(Mark.NONE);
    return stored.with(unwritten.getOrDefault(new Owner(conversation, person), Mark.NONE));
  }

  /// How far the person has read, where that is known here and may not be written yet.
  Map<ConversationId, Long> listUnwritten(PersonId person) {
    return unwritten.entrySet().stream()
        .filter(entry -> entry.getKey().person().equals(person))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().conversation(), entry -> entry.getValue().read()));
  }

  /// Writes what has moved since the last time, all in one statement: marks move with every
  /// message, and a commit for each would cost the disk more than the messages do.
  @Scheduled(fixedDelay = 1_500)
  void flush() {
    var moved = Map.copyOf(unwritten);
    if (moved.isEmpty()) {
      return;
    }
    try {
      write(List.copyOf(moved.entrySet()));
      moved.forEach(unwritten::remove);
    } catch (DataAccessException e) {
      log.debug("Marks wait for the store: {}", e.getClass().getSimpleName());
    }
  }

  /// In the order of their keys, so that two nodes never wait for each other.
  private void write(List<Map.Entry<Owner, Mark>> moved) {
    jdbc.sql(
            """
            insert into messaging_mark as m (conversation, person, delivered, read)
            select * from unnest(?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[])
              as moved (conversation, person, delivered, read)
            order by conversation, person
            on conflict (conversation, person) do update
            set delivered = greatest(m.delivered, excluded.delivered), read = greatest(m.read, excluded.read)
            """)
        .params(
            moved.stream().map(one -> one.getKey().conversation().value()).toArray(UUID[]::new),
            moved.stream().map(one -> one.getKey().person().value()).toArray(UUID[]::new),
            moved.stream().map(one -> one.getValue().delivered()).toArray(Long[]::new),
            moved.stream().map(one -> one.getValue().read()).toArray(Long[]::new))
        .update();
  }
}
