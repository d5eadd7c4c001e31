package org.saltwater.notifications;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.saltwater.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What each person wants to be told or asked, and in which way. Everything is on until they turn
/// it off; what is off stays off.
@Component
public class Choices {
  /// One reminder in one way.
  public record Choice(Reminder reminder, Way way) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  Choices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  public boolean isOn(PersonId person, Reminder reminder, Way way) {
    return !listOff(person).contains(new Choice(reminder, way));
  }

  /// Whether there is any way left in which they want it.
  public boolean isWanted(PersonId person, Reminder reminder) {
    var off = listOff(person);
    return reminder.ways().stream().anyMatch(way -> !off.contains(new Choice(reminder, way)));
  }

  public Set<Choice> listOff(PersonId person) {
    return Set.copyOf(
        jdbc.sql("select reminder, way from notifications_off where person = ?")
            .param(person.value())
            .query(
                (row, _) ->
                    new Choice(
                        Reminder.valueOf(row.getString("reminder")),
                        Way.valueOf(row.getString("way"))))
            .list());
  }

  /// Turns off exactly these. What waits for devices while something of theirs is turned off is not
  /// told any more.
  @Transactional
  public void turnOff(PersonId person, Set<Choice> off) {
    var before = listOff(person);
    for (var on : without(before, off)) {
      jdbc.sql("delete from notifications_off where person = ? and reminder = ? and way = ?")
          .params(person.value(), on.reminder().name(), on.way().name())
          .update();
    }
    var nowOff = without(off, before);
    // What waits does not say which reminder it is, and matters for minutes: all of it goes.
    if (nowOff.stream().anyMatch(it -> it.way() == Way.PUSH)) {
      jdbc.sql(
              """
              delete from notifications_push where device in
                (select id from notifications_push_device where person = ?)
              """)
          .param(person.value())
          .update();
    }
    for (var choice : nowOff) {
      jdbc.sql(
              """
              insert into notifications_off (person, reminder, way, since) values (?, ?, ?, ?)
              on conflict do nothing
              """)
          .params(
              person.value(),
              choice.reminder().name(),
              choice.way().name(),
              Timestamp.from(clock.instant()))
          .update();
    }
  }

  /// Everything there is to turn off.
  public static Set<Choice> all() {
    var all = new HashSet<Choice>();
    for (var reminder : Reminder.values()) {
      reminder.ways().forEach(way -> all.add(new Choice(reminder, way)));
    }
    return all;
  }

  private static Set<Choice> without(Set<Choice> from, Set<Choice> these) {
    var left = new HashSet<>(from);
    left.removeAll(these);
    return left;
  }
}
