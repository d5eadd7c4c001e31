package org.saltwater.safety.web;

import java.util.List;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Role;
import org.saltwater.kernel.SignedIn;
import org.saltwater.safety.Contacts;
import org.saltwater.safety.OnCall;
import org.saltwater.safety.RiskFlag;
import org.saltwater.safety.RiskFlags;
import org.saltwater.safety.RiskState;
import org.saltwater.safety.WhoTreatsWhom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Decides whose flags a person may see and follow up: all of them for coordinators and whoever is
/// on call, those of their own clients for therapists.
@Component
class FollowUp {
  private final RiskFlags flags;
  private final OnCall onCall;
  private final Contacts contacts;
  private final ObjectProvider<WhoTreatsWhom> edges;

  FollowUp(RiskFlags flags, OnCall onCall, Contacts contacts, ObjectProvider<WhoTreatsWhom> edges) {
    this.flags = flags;
    this.onCall = onCall;
    this.contacts = contacts;
    this.edges = edges;
  }

  boolean seesAll(SignedIn me) {
    return me.is(Role.COORDINATOR) || onCall.isNow(me.id());
  }

  /// Whoever is on call may open a record for a stated reason; `care` asks for it and tells the
  /// client.
  boolean mayOpenRecords(SignedIn me) {
    return me.is(Role.THERAPIST) && onCall.isNow(me.id());
  }

  List<RiskFlag> listFor(SignedIn me) {
    var all = seesAll(me);
    return flags.listOpen().stream().filter(flag -> all || treats(me, flag.client())).toList();
  }

  /// @throws Refusal not-found if there is no such flag, or it is not theirs to see
  RiskFlag get(SignedIn me, UUID id) {
    var flag = flags.get(id);
    if (!seesAll(me) && !treats(me, flag.client())) {
      throw new Refusal(GeneralProblem.NOT_FOUND);
    }
    return flag;
  }

  RiskFlag move(SignedIn me, UUID id, RiskState next) {
    return flags.move(get(me, id).id(), next, me.id());
  }

  /// How the client wants to be reached; empty if they left nothing. Each look is written down.
  ///
  /// @throws Refusal not-found, or not-allowed once the flag is closed
  @Transactional
  String reach(SignedIn me, UUID id) {
    var flag = get(me, id);
    var known = edges.getIfAvailable();
    if (flag.state() == RiskState.CLOSED || known == null) {
      throw new Refusal(GeneralProblem.NOT_ALLOWED);
    }
    return contacts.find(known.toReach(me, flag.client())).orElse("");
  }

  private boolean treats(SignedIn me, ClientId client) {
    var known = edges.getIfAvailable();
    return known != null && known.treats(me, client);
  }
}
