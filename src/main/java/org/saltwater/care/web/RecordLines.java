package org.saltwater.care.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.audit.AuditPage;
import org.saltwater.audit.AuditRecord;
import org.saltwater.identity.People;
import org.saltwater.identity.Person;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.site.Words;
import org.springframework.stereotype.Component;

/// Tells a client in plain words who has read in their record, and who may.
@Component
class RecordLines {
  static final Set<AuditAction> TOLD =
      Set.of(
          AuditAction.READ,
          AuditAction.REFUSED,
          AuditAction.GLASS_BROKEN,
          AuditAction.ACCESS_ASKED,
          AuditAction.ACCESS_DECLINED,
          AuditAction.ACCESS_OPENED,
          AuditAction.ACCESS_CLOSED,
          AuditAction.THERAPIST_CHANGED,
          AuditAction.HANDED_OVER,
          AuditAction.EXPORTED,
          AuditAction.KEYS_DESTROYED);
  private static final int AT_ONCE = 50;

  private final AuditLog audit;
  private final People people;

  RecordLines(AuditLog audit, People people) {
    this.audit = audit;
    this.people = people;
  }

  AuditPage page(ClientId client, @Nullable String cursor) {
    return audit.listFor(client, TOLD, cursor, AT_ONCE);
  }

  /// Lines that say the same about the same day become one.
  List<RecordLine> told(ClientId client, AuditPage page, Words words, ZoneId zone) {
    var names = new HashMap<PersonId, String>();
    var lines = new ArrayList<RecordLine>();
    for (var record : page.records()) {
      var line = line(client, record, words, names);
      if (!lines.isEmpty() && sayTheSame(lines.getLast(), line, zone)) {
        lines.add(lines.removeLast().again());
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private RecordLine line(
      ClientId client, AuditRecord record, Words words, Map<PersonId, String> names) {
    var entry = record.entry();
    var actor = entry.actor();
    var who =
        actor == null
            ? words.say("care.record.who.system")
            : actor.equals(client.person())
                ? words.say("care.record.who.you")
                : names.computeIfAbsent(actor, id -> name(id, words));
    var byYou = actor != null && actor.equals(client.person());
    var key = "care.record.did." + entry.action().name().toLowerCase(java.util.Locale.ROOT);
    return new RecordLine(
        record.at(),
        words.say(byYou && words.has(key + ".you") ? key + ".you" : key, who, thing(entry, words)),
        why(entry, words),
        1);
  }

  String name(PersonId id, Words words) {
    return people.find(id).map(Person::name).orElseGet(() -> words.say("care.record.who.someone"));
  }

  private static String thing(AuditEntry entry, Words words) {
    var key = "care.thing." + entry.thing();
    return words.has(key) ? words.say(key) : words.say("care.thing.other");
  }

  /// The reason's code up to the first dot-separated addition, such as who else took part.
  private static String why(AuditEntry entry, Words words) {
    var reason = entry.reason().replaceFirst("(\\.by)?:.*$", "");
    var key = "care.why." + reason;
    return words.has(key) ? words.say(key) : "";
  }

  private static boolean sayTheSame(RecordLine one, RecordLine other, ZoneId zone) {
    return one.sentence().equals(other.sentence())
        && one.why().equals(other.why())
        && LocalDate.ofInstant(one.at(), zone).equals(LocalDate.ofInstant(other.at(), zone));
  }
}
