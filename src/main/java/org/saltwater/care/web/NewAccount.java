package org.saltwater.care.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.NewPerson;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.GeneralProblem;
import org.saltwater.kernel.Redacted;
import org.saltwater.kernel.Refusal;
import org.saltwater.kernel.Refusal.FieldProblem;
import org.saltwater.kernel.Role;

/// What a visitor sends to get an account with their first appointment.
///
/// @param zone such as `Europe/Berlin`; the questionnaire's if left out
record NewAccount(
    @Nullable String name,
    @Nullable String email,
    @Nullable String password,
    @Nullable String zone) {

  /// @param known the zone the questionnaire tells
  /// @throws Refusal `invalid` for a zone that does not exist
  NewPerson person(ClientId client, Optional<ZoneId> known) {
    return new NewPerson(
        client.person(),
        name == null ? "" : name,
        email == null ? "" : email,
        Set.of(Role.CLIENT),
        zone == null ? known.orElse(ZoneId.of("UTC")) : zone(zone),
        new Redacted<>(password == null ? "" : password));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new Refusal(
          GeneralProblem.INVALID,
          List.of(new FieldProblem("zone", "scheduling.hours.zone-unknown")));
    }
  }

  @Override
  public String toString() {
    return "NewAccount[redacted]";
  }
}
