package org.saltwater.sessions.company;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;

/// Somebody who may come along to one hour, and what everyone says to it.
///
/// @param supervisor who it is, if they work here; empty for someone without an account
/// @param name what they are called in this hour; empty once the hour is over
/// @param own what they say themselves
/// @param isLinkOpen whether a link waits to be followed
public record Companion(
    UUID id,
    AppointmentId session,
    ClientId client,
    Optional<PersonId> supervisor,
    PersonId invitedBy,
    Answer own,
    Answer clients,
    Answer therapists,
    String name,
    boolean isLinkOpen) {

  /// Whether everyone has said yes to this person.
  public boolean isAgreed() {
    return List.of(own, clients, therapists).stream().allMatch(Answer.YES::equals);
  }

  /// Whether someone has said no.
  public boolean isDeclined() {
    return List.of(own, clients, therapists).contains(Answer.NO);
  }

  public boolean isInvitedByClient() {
    return invitedBy.equals(client.person());
  }

  /// What the room knows them by: nobody's account, and of this hour alone.
  public PersonId person() {
    return new PersonId(id);
  }

  @Override
  public String toString() {
    return "Companion[" + id + "]";
  }
}
