package org.saltwater.sessions.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.kernel.AppointmentId;
import org.saltwater.kernel.PersonId;
import org.saltwater.sessions.company.Answer;
import org.saltwater.sessions.company.Companion;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;

/// Who comes along to an hour, as each of the two sees it: beside the hour in its room, and on a
/// page of its own.
///
/// @param here who is in the room by video now, as the room knows them
/// @param supervisors whom the therapist can ask; empty for the client
/// @param name what stands in the form
/// @param key makes the form sent twice ask somebody once
/// @param link to give to whom was just asked, in full; null otherwise
/// @param linkOf whose it is
public record CompanyView(
    AppointmentId session,
    boolean isTherapist,
    String otherName,
    List<Companion> companions,
    Set<PersonId> here,
    List<Option> supervisors,
    boolean isOver,
    boolean byVideo,
    String name,
    UUID key,
    FormErrors errors,
    @Nullable String link,
    @Nullable UUID linkOf) {

  public String path() {
    return "/sessions/" + session + "/company";
  }

  public String path(Companion it) {
    return path() + "/" + it.id();
  }

  /// What whoever the link is for is called.
  public String linkName() {
    return companions.stream()
        .filter(it -> it.id().equals(linkOf))
        .findFirst()
        .map(Companion::name)
        .orElse("");
  }

  public Answer mine(Companion it) {
    return isTherapist ? it.therapists() : it.clients();
  }

  public boolean isMine(Companion it) {
    return isTherapist != it.isInvitedByClient();
  }

  /// The bundle's part of the key for how it stands with somebody, in the reader's eyes. A no of
  /// the client's is told as what it is, and asks for nothing.
  public String standing(Companion it) {
    if (mine(it) == Answer.NO) {
      return "no-mine";
    }
    if ((isTherapist ? it.clients() : it.therapists()) == Answer.NO) {
      return isTherapist ? "no-client" : "no-therapist";
    }
    if (it.own() == Answer.NO) {
      return "no-own";
    }
    if (it.isAgreed()) {
      return here.contains(it.person()) ? "here" : "agreed";
    }
    if (mine(it) == Answer.OPEN) {
      return "asks-you";
    }
    if ((isTherapist ? it.clients() : it.therapists()) == Answer.OPEN) {
      return isTherapist ? "waits-client" : "waits-therapist";
    }
    return "waits-own";
  }

  /// Whether the reader can ask somebody now.
  public boolean canAsk() {
    return !isOver && byVideo && !isTold() && !isFull();
  }

  /// Whether the client has said no to whom this therapist asked.
  public boolean isTold() {
    return isTherapist
        && companions.stream().anyMatch(it -> !it.isInvitedByClient() && it.clients() == Answer.NO);
  }

  public boolean isFull() {
    return companions.stream().filter(it -> !it.isDeclined()).count() >= 2;
  }

  /// Whether anyone besides the two is in the room, and all have agreed to it.
  public boolean hasCompany() {
    return companions.stream().anyMatch(it -> it.isAgreed() && here.contains(it.person()));
  }

  @Override
  public String toString() {
    return "CompanyView[" + session + "]";
  }
}
