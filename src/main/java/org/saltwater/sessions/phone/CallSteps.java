package org.saltwater.sessions.phone;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.saltwater.sessions.TherapySessions;
import org.saltwater.sessions.video.Switchboard;
import org.saltwater.telephony.LegEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Notes how each call goes, for the two who wait for it and for the audit log.
@Component
class CallSteps {
  private static final Logger log = LoggerFactory.getLogger(CallSteps.class);

  private final Map<UUID, OnLine> here = new ConcurrentHashMap<>();
  private final CallRows rows;
  private final TherapySessions sessions;
  private final Switchboard room;
  private final TransactionTemplate transaction;
  private final Clock clock;

  CallSteps(
      CallRows rows,
      TherapySessions sessions,
      Switchboard room,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.rows = rows;
    this.sessions = sessions;
    this.room = room;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  Switchboard room() {
    return room;
  }

  /// @param first whose telephone is called first
  /// @return the call to be made; empty while another is on
  Optional<OnLine> begin(AppointmentId session, PersonId client, PersonId by, CallState first) {
    var call = new OnLine(UUID.randomUUID(), session, client, this);
    var begun =
        transaction.execute(
            _ -> {
              var isFirst = rows.begin(session, call.call(), first, clock.instant());
              if (isFirst) {
                sessions.noteCall(session, Optional.of(by), "called");
              }
              return isFirst;
            });
    if (!Boolean.TRUE.equals(begun)) {
      return Optional.empty();
    }
    here.put(call.call(), call);
    return Optional.of(call);
  }

  OnLine dialledIn(AppointmentId session, PersonId client) {
    var call = new OnLine(UUID.randomUUID(), session, client, this);
    transaction.executeWithoutResult(
        _ -> {
          rows.replace(session, call.call(), clock.instant());
          sessions.noteCall(session, Optional.of(client), "called-in");
        });
    here.put(call.call(), call);
    return call;
  }

  void take(OnLine call, CallState next, Optional<CallEnd> why) {
    if (next == CallState.ENDED) {
      here.remove(call.call());
    }
    try {
      note(call.call(), call.session(), next, why, Optional.empty());
    } catch (DataAccessException | TransactionException storeAway) {
      // Nobody speaks of the call any more, so it is over soon for everyone.
      log.debug("a step of a call could not be noted");
    }
  }

  /// Ends a call wherever it hangs.
  void hangUp(PhoneCall call, PersonId client, PersonId by) {
    note(
        call.id(),
        call.session(),
        CallState.ENDED,
        Optional.of(CallEnd.of(LegEnd.WE_HUNG_UP)),
        Optional.of(by));
    var mine = here.get(call.id());
    if (mine == null) {
      room.clear(call.session(), client);
    } else {
      mine.letGo();
    }
  }

  Optional<PhoneCall> find(AppointmentId session) {
    return rows.find(session, clock.instant());
  }

  boolean isOn(UUID call) {
    return rows.isOn(call);
  }

  /// Nobody is called of whom it is not known that they still wait for it.
  boolean isSurelyOn(UUID call) {
    try {
      return rows.isOn(call);
    } catch (DataAccessException | TransactionException storeAway) {
      return false;
    }
  }

  @Scheduled(fixedDelay = 5_000)
  void sayWhatIsOn() {
    try {
      if (!here.isEmpty()) {
        rows.see(here.keySet(), clock.instant());
      }
    } catch (DataAccessException | TransactionException storeAway) {
      log.debug("the store is away; saying so soon");
    }
  }

  private void note(
      UUID call,
      AppointmentId session,
      CallState next,
      Optional<CallEnd> why,
      Optional<PersonId> by) {
    transaction.executeWithoutResult(
        _ -> {
          if (rows.step(call, next, why)) {
            sessions.noteCall(
                session, by, PhoneCall.code(why.map(CallEnd::name).orElse(next.name())));
          }
        });
  }
}
