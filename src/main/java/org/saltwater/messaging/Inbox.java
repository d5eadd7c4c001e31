package org.saltwater.messaging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// A person's conversations at a glance.
@Service
public class Inbox {
  private record Glance(long unread, Optional<Instant> lastAt) {
    static final Glance EMPTY = new Glance(0, Optional.empty());
  }

  private final ConversationTable table;
  private final Marks marks;
  private final JdbcClient jdbc;

  Inbox(ConversationTable table, Marks marks, JdbcClient jdbc) {
    this.table = table;
    this.marks = marks;
    this.jdbc = jdbc;
  }

  /// Open conversations with something unread first, then the others, the newest message first;
  /// closed ones last.
  public List<InboxLine> list(PersonId person) {
    var glances = glances(person);
    return table.listOf(person).stream()
        .map(
            conversation -> {
              var glance = glances.getOrDefault(conversation.id(), Glance.EMPTY);
              return new InboxLine(
                  conversation, conversation.other(person), glance.unread(), glance.lastAt());
            })
        .sorted(
            Comparator.comparing((InboxLine line) -> !line.conversation().isOpen())
                .thenComparing(line -> line.unread() == 0)
                .thenComparing(
                    line -> line.lastAt().orElse(line.conversation().openedAt()),
                    Comparator.reverseOrder()))
        .toList();
  }

  /// How many messages wait to be read, over all open conversations.
  public long countUnread(PersonId person) {
    return list(person).stream()
        .filter(line -> line.conversation().isOpen())
        .mapToLong(InboxLine::unread)
        .sum();
  }

  private Map<ConversationId, Glance> glances(PersonId person) {
    marks.flush();
    var found = new HashMap<ConversationId, Glance>();
    jdbc.sql(
            """
            select c.id, l.sent_at, count(m.number) as unread
            from messaging_conversation c
            left join messaging_message l on l.conversation = c.id and l.number = c.last_number
            left join messaging_mark r on r.conversation = c.id and r.person = :me
            left join messaging_message m
              on m.conversation = c.id and m.number > coalesce(r.read, 0) and m.sender <> :me
            where c.client = :me or c.therapist = :me
            group by c.id, l.sent_at
            """)
        .param("me", person.value())
        .query(
            row -> {
              var id = new ConversationId(row.getObject("id", UUID.class));
              var last = Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant);
              found.put(id, new Glance(row.getLong("unread"), last));
            });
    return found;
  }
}
