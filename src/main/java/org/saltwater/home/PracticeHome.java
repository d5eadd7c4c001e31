package org.saltwater.home;

import java.util.List;

/// What a coordinator is shown first: numbers and names of those who work here, never what a
/// client said.
///
/// @param onCall who can be reached now; empty is said out loud
/// @param byVideo whether hours are held by video
/// @param byPhone whether hours are held by phone, and if not, why
/// @param flags how many clients wait for a human's contact, and how many of those for too long
public record PracticeHome(
    long therapists,
    long paused,
    long places,
    long taken,
    long free,
    long full,
    long waiting,
    int invitations,
    int flags,
    int overdue,
    List<String> onCall,
    boolean byVideo,
    PhoneStanding byPhone) {}
