package org.saltwater.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saltwater.audit.AuditAction;
import org.saltwater.audit.AuditEntry;
import org.saltwater.audit.AuditLog;
import org.saltwater.care.Episodes;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.sessions.SessionEnded;
import org.saltwater.sessions.TherapySession;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.Scope;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What a client writes for themselves. An entry is readable by nobody else; one that they bring to
/// an hour is copied to where messages are read from, until that hour is over.
@Service
public class Journal {
  public static final int MOST_CHARACTERS = 20_000;

  /// How many entries a page holds at most.
  public static final int PAGE = 20;

  private final EntryRows entries;
  private final BroughtRows brought;
  private final TherapySessions sessions;
  private final Episodes episodes;
  private final AuditLog audit;
  private final Clock clock;

  Journal(
      EntryRows entries,
      BroughtRows brought,
      TherapySessions sessions,
      Episodes episodes,
      AuditLog audit,
      Clock clock) {
    this.entries = entries;
    this.brought = brought;
    this.sessions = sessions;
    this.episodes = episodes;
    this.audit = audit;
    this.clock = clock;
  }

  /// For the client's own eyes, the newest first.
  ///
  /// @param before `next` of the page before; null for the first
  public EntryPage list(ClientId client, @Nullable Long before) {
    var found = entries.listBefore(client, before == null ? Long.MAX_VALUE : before, PAGE + 1);
    var page = found.subList(0, Math.min(PAGE, found.size()));
    var copies = brought.list(client);
    var hours = hours(client);
    return new EntryPage(
        page.stream().map(it -> entry(it, copies, hours)).toList(),
        found.size() > PAGE ? page.getLast().position() : null);
  }

  /// For the client's own eyes.
  ///
  /// @throws Refusal `not-found` for one that is not the client's
  public Entry get(ClientId client, UUID id) {
    return entry(row(client, id), brought.list(client), hours(client));
  }

  /// @param request the caller's own key: sent again with the same words it writes nothing
  /// @throws Refusal `invalid` if nothing was said or too much; `idempotency-key-reused` if the
  ///     request came before with other words
  @Transactional
  public Entry write(ClientId client, UUID request, String words) {
    var text = text(words);
    entries.takeTurn(client);
    var before = entries.findByRequest(client, request);
    if (before.isPresent()) {
      if (!before.get().text().equals(text)) {
        throw new Refusal(JournalProblem.KEY_REUSED);
      }
      return get(client, before.get().id());
    }
    var id = UUID.randomUUID();
    entries.add(client, id, request, text, now());
    note(client, AuditAction.CREATED, "journal.entry");
    return get(client, id);
  }

  /// What is brought to the next hour changes with it; what was brought to one before does not.
  ///
  /// @throws Refusal `not-found`; `invalid` as [#write]
  @Transactional
  public void change(ClientId client, UUID id, String words) {
    var text = text(words);
    entries.takeTurn(client);
    row(client, id);
    entries.save(client, id, text, now());
    var hours = hours(client);
    copies(client, id).filter(hours::isComing).forEach(it -> brought.save(client, it.id(), text));
    note(client, AuditAction.CHANGED, "journal.entry");
  }

  /// Takes an entry away for good, and every copy that was brought to an hour.
  ///
  /// @throws Refusal `not-found`
  @Transactional
  public void delete(ClientId client, UUID id) {
    entries.takeTurn(client);
    row(client, id);
    entries.delete(client, id);
    copies(client, id).toList().forEach(it -> brought.delete(it.id()));
    note(client, AuditAction.DELETED, "journal.entry");
  }

  /// Takes an entry along to the next hour: the therapist may read it from now on. Again changes
  /// nothing.
  ///
  /// @throws Refusal `not-found`; `nobody-to-bring-to` while the client is with nobody
  @Transactional
  public void bring(ClientId client, UUID id) {
    entries.takeTurn(client);
    var row = row(client, id);
    var hours = hours(client);
    var therapist = hours.with().orElseThrow(() -> new Refusal(JournalProblem.NOBODY_TO_BRING_TO));
    if (copies(client, id).anyMatch(hours::isComing)) {
      return;
    }
    deleteUnread(client, id);
    brought.add(client, therapist, row, now());
    note(client, AuditAction.CREATED, "journal.brought");
  }

  /// Leaves an entry out of the next hour again. Again changes nothing.
  ///
  /// @throws Refusal `not-found`
  @Transactional
  public void leaveOut(ClientId client, UUID id) {
    entries.takeTurn(client);
    row(client, id);
    if (deleteUnread(client, id)) {
      note(client, AuditAction.DELETED, "journal.brought");
    }
  }

  /// What the client brings to the next hour, as far as the evidence reaches, in the order in which
  /// they brought it.
  ///
  /// @throws Refusal `not-allowed` if the evidence does not reach messages
  public List<Brought> listBrought(Evidence evidence) {
    evidence.require(Scope.MESSAGES);
    var hours = hours(evidence.owner());
    return brought.list(evidence.owner()).stream()
        .filter(hours::isComing)
        .filter(it -> evidence.covers(Scope.MESSAGES, it.at()))
        .map(it -> brought.open(evidence, it))
        .toList();
  }

  /// What was brought to an hour is there until it is over.
  @ApplicationModuleListener
  void on(SessionEnded event) {
    sessions.find(event.session()).map(TherapySession::client).ifPresent(this::clearTaken);
  }

  private void clearTaken(ClientId client) {
    entries.takeTurn(client);
    var hours = hours(client);
    brought.list(client).stream()
        .filter(it -> it.sealedText() != null && hours.takenTo(it).isPresent())
        .forEach(it -> brought.clear(it.id()));
  }

  /// What waits for an hour, also of a therapist whom the client is not with any more.
  private boolean deleteUnread(ClientId client, UUID entry) {
    var hours = hours(client);
    var unread = copies(client, entry).filter(it -> hours.takenTo(it).isEmpty()).toList();
    unread.forEach(it -> brought.delete(it.id()));
    return !unread.isEmpty();
  }

  private Stream<BroughtRows.Row> copies(ClientId client, UUID entry) {
    return brought.list(client).stream().filter(it -> it.entry().equals(entry));
  }

  private HoursOfTwo hours(ClientId client) {
    return HoursOfTwo.of(sessions.listHeld(client), episodes.findOpen(client));
  }

  private EntryRows.Row row(ClientId client, UUID id) {
    return entries.find(client, id).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  private static Entry entry(EntryRows.Row row, List<BroughtRows.Row> copies, HoursOfTwo hours) {
    var own = copies.stream().filter(it -> it.entry().equals(row.id())).toList();
    return new Entry(
        row.id(),
        row.position(),
        row.writtenAt(),
        row.changedAt(),
        row.text(),
        own.stream().anyMatch(hours::isComing),
        own.stream().flatMap(it -> hours.takenTo(it).stream()).max(Instant::compareTo));
  }

  private static EntryText text(String words) {
    var said = words.strip();
    if (said.isEmpty() || said.length() > MOST_CHARACTERS) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(
              new FieldProblem(
                  "words", said.isEmpty() ? "journal.empty" : "journal.long", MOST_CHARACTERS)));
    }
    return new EntryText(said);
  }

  private void note(ClientId client, AuditAction action, String thing) {
    audit.write(new AuditEntry(client.person(), action, client, thing, "own"));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
