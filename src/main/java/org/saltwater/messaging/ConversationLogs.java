package org.saltwater.messaging;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.PersonId;
import org.saltwater.messaging.ConversationLog.Line;
import org.saltwater.site.FormErrors;
import org.springframework.stereotype.Service;

/// Reads conversations for pages.
@Service
public class ConversationLogs {
  /// As many as one scrolls through with ease.
  static final int ON_A_PAGE = 60;

  private final Messages messages;
  private final Marks marks;
  private final People people;

  ConversationLogs(Messages messages, Marks marks, People people) {
    this.messages = messages;
    this.marks = marks;
    this.people = people;
  }

  /// The newest stretch; showing it counts as having read it.
  public ConversationLog readNewest(Entrance entrance) {
    var log = read(entrance, Long.MAX_VALUE);
    var conversation = entrance.conversation();
    if (conversation.has(entrance.person().id())) {
      marks.move(conversation.id(), entrance.person().id(), new Marks.Mark(log.last(), log.last()));
    }
    return log;
  }

  /// The stretch before a number.
  public ConversationLog readBefore(Entrance entrance, long before) {
    return read(entrance, before);
  }

  private ConversationLog read(Entrance entrance, long before) {
    var conversation = entrance.conversation();
    var me = entrance.person();
    var found = messages.listBefore(entrance, before, ON_A_PAGE);
    var other = conversation.other(me.id());
    var mark = marks.get(conversation.id(), other);
    return new ConversationLog(
        conversation.id(),
        name(other),
        conversation.client().person().equals(me.id()),
        !conversation.has(me.id()),
        lines(found, entrance),
        !found.isEmpty() && found.getFirst().number() > 1,
        found.isEmpty()
            ? conversation.last()
            : Math.max(conversation.last(), found.getLast().number()),
        mark.delivered(),
        mark.read(),
        entrance.mayWrite(),
        UUID.randomUUID(),
        "",
        FormErrors.none());
  }

  private String name(PersonId person) {
    return people.find(person).map(Person::name).orElse("");
  }

  private List<Line> lines(List<Message> messages, Entrance entrance) {
    ZoneId zone = entrance.person().zone();
    var lines = new ArrayList<Line>();
    var client = entrance.conversation().client().person();
    var clientName = name(client);
    var therapistName = name(entrance.conversation().therapist().person());
    @Nullable Message before = null;
    for (var message : messages) {
      var day = message.at().atZone(zone).toLocalDate();
      lines.add(
          new Line(
              message.number(),
              message.from().equals(entrance.person().id()),
              message.from().equals(client) ? clientName : therapistName,
              message.at(),
              before == null || !before.at().atZone(zone).toLocalDate().equals(day),
              message.session().isPresent()
                  && (before == null || !before.session().equals(message.session())),
              message.text().value()));
      before = message;
    }
    return List.copyOf(lines);
  }
}
