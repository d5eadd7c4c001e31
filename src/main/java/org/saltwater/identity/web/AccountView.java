package org.saltwater.identity.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.OpenSignIn;
import org.saltwater.identity.Person;
import org.saltwater.identity.passkey.Passkey;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Option;
import org.saltwater.site.Zones;

/// Who a person is here, and everything about how they sign in.
///
/// @param name as it was typed, or as it is
/// @param zone likewise
/// @param detailErrors of name and zone; `errors` are those of the password
/// @param current which of the sign-ins asks
/// @param done the part of the bundle's keys that tells what has just been done; null if nothing
public record AccountView(
    Person person,
    String name,
    String zone,
    FormErrors detailErrors,
    boolean emailConfirmed,
    boolean secondStep,
    int recoveryCodes,
    List<Passkey> passkeys,
    List<OpenSignIn> signIns,
    @Nullable UUID current,
    @Nullable String done,
    FormErrors errors) {
  public List<Option> zones() {
    return Zones.around(person.zone());
  }
}
