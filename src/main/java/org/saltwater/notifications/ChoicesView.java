package org.saltwater.notifications;

import java.util.List;
import java.util.Set;
import org.saltwater.notifications.Choices.Choice;

/// What a person may be told and asked, and whether it is on.
///
/// @param refused whether the browser's push service is not one that we write to
/// @param key what the browser needs to be told by us and nobody else
public record ChoicesView(
    List<Reminder> reminders,
    Set<Choice> off,
    boolean saved,
    boolean refused,
    List<PushDevice> devices,
    String key) {
  public List<Way> ways(Reminder reminder) {
    return reminder.ways().stream().sorted().toList();
  }

  public boolean isOn(Reminder reminder, Way way) {
    return !off.contains(new Choice(reminder, way));
  }

  public String field(Reminder reminder, Way way) {
    return reminder.code() + "." + way.code();
  }

  public boolean isAnythingOn() {
    return reminders.stream().anyMatch(it -> it.ways().stream().anyMatch(way -> isOn(it, way)));
  }
}
