package org.saltwater.identity.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.saltwater.identity.OpenSignIn;
import org.saltwater.identity.Person;
import org.saltwater.identity.passkey.Passkey;
import org.saltwater.site.FormErrors;

/// Everything about how a person signs in.
///
/// @param current which of the sign-ins asks
/// @param done the part of the bundle's keys that tells what has just been done; null if nothing
public record AccountView(
    Person person,
    boolean emailConfirmed,
    boolean secondStep,
    int recoveryCodes,
    List<Passkey> passkeys,
    List<OpenSignIn> signIns,
    @Nullable UUID current,
    @Nullable String done,
    FormErrors errors) {}
