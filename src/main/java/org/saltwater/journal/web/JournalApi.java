package org.saltwater.journal.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.journal.Entry;
import org.saltwater.journal.Journal;
import org.saltwater.kernel.For;
import org.saltwater.kernel.For.Audience;
import org.saltwater.kernel.IdempotencyKey;
import org.saltwater.kernel.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What a client writes for themselves, for programs.
@RestController
@RequestMapping("/api/v1/journal")
@For(Audience.CLIENT)
class JournalApi {
  private final Journal journal;

  JournalApi(Journal journal) {
    this.journal = journal;
  }

  /// @param coming whether it is taken along to the next hour
  /// @param takenTo when the last hour that it was taken along to ended, or null
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record EntryAnswer(
      UUID id,
      Instant writtenAt,
      Instant changedAt,
      String words,
      boolean coming,
      @Nullable Instant takenTo) {
    static EntryAnswer of(Entry it) {
      return new EntryAnswer(
          it.id(),
          it.writtenAt(),
          it.changedAt(),
          it.text().all(),
          it.coming(),
          it.takenTo().orElse(null));
    }

    @Override
    public String toString() {
      return "EntryAnswer[redacted]";
    }
  }

  /// @param next the cursor of the older ones, or null at the end
  record JournalAnswer(List<EntryAnswer> entries, @Nullable Long next) {}

  record EntryOrder(@NotNull String words) {
    @Override
    public String toString() {
      return "EntryOrder[redacted]";
    }
  }

  /// The newest first.
  ///
  /// @param cursor `next` of the page before
  @GetMapping
  JournalAnswer list(
      @AuthenticationPrincipal SignedIn me, @RequestParam(required = false) @Nullable Long cursor) {
    var page = journal.list(me.client(), cursor);
    return new JournalAnswer(page.entries().stream().map(EntryAnswer::of).toList(), page.next());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  EntryAnswer write(
      @AuthenticationPrincipal SignedIn me,
      @RequestHeader(IdempotencyKey.HEADER) UUID key,
      @RequestBody @Valid EntryOrder order) {
    return EntryAnswer.of(journal.write(me.client(), key, order.words()));
  }

  @GetMapping("/{entry}")
  EntryAnswer get(@AuthenticationPrincipal SignedIn me, @PathVariable UUID entry) {
    return EntryAnswer.of(journal.get(me.client(), entry));
  }

  @PutMapping("/{entry}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(
      @AuthenticationPrincipal SignedIn me,
      @PathVariable UUID entry,
      @RequestBody @Valid EntryOrder order) {
    journal.change(me.client(), entry, order.words());
  }

  @DeleteMapping("/{entry}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal SignedIn me, @PathVariable UUID entry) {
    journal.delete(me.client(), entry);
  }

  @PutMapping("/{entry}/brought")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void bring(@AuthenticationPrincipal SignedIn me, @PathVariable UUID entry) {
    journal.bring(me.client(), entry);
  }

  @DeleteMapping("/{entry}/brought")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leaveOut(@AuthenticationPrincipal SignedIn me, @PathVariable UUID entry) {
    journal.leaveOut(me.client(), entry);
  }
}
