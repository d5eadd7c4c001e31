package org.saltwater.messaging;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.saltwater.care.Access;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.vault.Scope;
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
  private final Access access;
  private final JdbcClient jdbc;

  Inbox(ConversationTable table, Marks marks, Access access, JdbcClient jdbc) {
    this.table = table;
    this.marks = marks;
    this.access = access;
    this.jdbc = jdbc;
  }

  /// Open conversations with something unread first, then the others, the newest message first;
  /// closed ones last. A therapist whose edge has closed finds nothing of the client any more, not
  /// even that there was a conversation.
  public List<InboxLine> list(SignedIn me) {
    return lines(me.id())
        .filter(
            line ->
                line.conversation().isOpen()
                    || access.mayRead(me, line.conversation().client(), Scope.MESSAGES))
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
    return lines(person)
        .filter(line -> line.conversation().isOpen())
        .mapToLong(InboxLine::unread)
        .sum();
  }

  /// How many messages a person wrote in a conversation after a moment: a number and no word. The
  /// caller has made sure that the reader may know.
  public long countFrom(PersonId writer, ConversationId conversation, Instant after) {
    return jdbc.sql(
            """
            select count(*) from messaging_message
            where conversation = ? and sender = ? and sent_at > ?
            """)
        .params(conversation.value(), writer.value(), Timestamp.from(after))
        .query(Long.class)
        .single();
  }

  private Stream<InboxLine> lines(PersonId person) {
    var glances = glances(person);
    return table.listOf(person).stream()
        .map(
            conversation -> {
              var glance = glances.getOrDefault(conversation.id(), Glance.EMPTY);
              return new InboxLine(
                  conversation, conversation.other(person), glance.unread(), glance.lastAt());
            });
  }

  private Map<ConversationId, Glance> glances(PersonId person) {
    // What was read a moment ago counts, though it is written only every second or two.
    var read = List.copyOf(marks.listUnwritten(person).entrySet());
    var found = new HashMap<ConversationId, Glance>();
    jdbc.sql(
            """
            select c.id, l.sent_at, count(m.number) as unread
            from messaging_conversation c
            left join messaging_message l on l.conversation = c.id and l.number = c.last_number
            left join messaging_mark r on r.conversation = c.id and r.person = :me
            left join unnest(cast(:ids as uuid[]), cast(:read as bigint[])) as w (conversation, read)
              on w.conversation = c.id
            left join messaging_message m on m.conversation = c.id and m.sender <> :me
              and m.number > greatest(coalesce(r.read, 0), coalesce(w.read, 0))
            where c.client = :me or c.therapist = :me
            group by c.id, l.sent_at
            """)
        .param("me", person.value())
        .param("ids", read.stream().map(it -> it.getKey().value()).toArray(UUID[]::new))
        .param("read", read.stream().map(Map.Entry::getValue).toArray(Long[]::new))
        .query(
            row -> {
              var id = new ConversationId(row.getObject("id", UUID.class));
              var last = Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant);
              found.put(id, new Glance(row.getLong("unread"), last));
            });
    return found;
  }
}
