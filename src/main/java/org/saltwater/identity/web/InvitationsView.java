package org.saltwater.identity.web;

import java.util.List;
import java.util.Set;
import org.saltwater.identity.Invitation;
import org.saltwater.kernel.Role;
import org.saltwater.site.FormErrors;

/// Open invitations and the form for another.
///
/// @param mayGive the roles that the reader may give
/// @param sent whether one has just been sent
public record InvitationsView(
    List<Invitation> open,
    List<Role> mayGive,
    String name,
    String email,
    Set<Role> roles,
    boolean sent,
    FormErrors errors) {}
