package org.saltwater.matching;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.saltwater.intake.IntakeForgotten;
import org.saltwater.intake.MatchingAnswers;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.scheduling.AppointmentBooked;
import org.saltwater.scheduling.Appointments;
import org.saltwater.vault.Evidence;
import org.saltwater.vault.KeyScope;
import org.saltwater.vault.Place;
import org.saltwater.vault.Vault;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// People for whom nobody is free. First come, first served, among those who need the same; nobody
/// can pay, wait louder or be more ill to move up.
@Service
@Transactional
public class Waitlist {
  /// After being told of a place somebody has this long before it is the next one's turn.
  static final Duration TOLD_FOR = Duration.ofDays(2);

  private final WaitlistTable table;
  private final Appointments appointments;
  private final Vault vault;
  private final Clock clock;

  Waitlist(WaitlistTable table, Appointments appointments, Vault vault, Clock clock) {
    this.table = table;
    this.appointments = appointments;
    this.vault = vault;
    this.clock = clock;
  }

  /// Who is in the line already keeps their place.
  ///
  /// @param email where to write to somebody without an account; it is kept sealed. Empty to write
  ///     to the account's address
  public Waiting join(MatchingAnswers answers, Optional<Redacted<String>> email) {
    var sealedEmail = email.map(address -> seal(answers.client(), address.value())).orElse(null);
    table.join(answers, sealedEmail, clock.instant());
    return find(answers.client()).orElseThrow();
  }

  /// The same, once for each key of a request.
  ///
  /// @throws Refusal not-found if this key has brought them in before and they have left since
  public Waiting join(
      MatchingAnswers answers, Optional<Redacted<String>> email, Optional<String> key) {
    if (key.isEmpty() || table.isNew(answers.client(), key.get(), clock.instant())) {
      return join(answers, email);
    }
    return find(answers.client()).orElseThrow(() -> new Refusal(GeneralProblem.NOT_FOUND));
  }

  /// @return whether they were in it
  public boolean leave(ClientId client) {
    return table.leave(client);
  }

  @Transactional(readOnly = true)
  public Optional<Waiting> find(ClientId client) {
    return table.find(client, toldSince());
  }

  @Transactional(readOnly = true)
  public int count() {
    return table.count();
  }

  /// Whoever has an hour waits no longer.
  @EventListener
  void on(AppointmentBooked event) {
    appointments.find(event.appointment()).ifPresent(booked -> table.leave(booked.client()));
  }

  /// Their answers are gone, and with them the key that opens where to write.
  @EventListener
  void on(IntakeForgotten event) {
    table.leave(event.client());
    table.forgetKeys(event.client());
  }

  Instant toldSince() {
    return clock.instant().minus(TOLD_FOR);
  }

  Optional<String> emailOf(WaitlistTable.Row row) {
    var sealedEmail = row.email();
    var client = row.client();
    return sealedEmail == null
        ? Optional.empty()
        : Optional.of(
            vault.open(
                Evidence.own(client), new KeyScope.OfClient(client), place(client), sealedEmail));
  }

  private byte[] seal(ClientId client, String email) {
    return vault.seal(new KeyScope.OfClient(client), place(client), email);
  }

  private static Place place(ClientId client) {
    return new Place("matching_waitlist", client.value(), "email");
  }
}
