package org.saltwater.therapists.web;

import org.saltwater.site.FormErrors;

/// Where a therapist is licensed, for a coordinator to confirm.
///
/// @param typed codes as they stand in the field
/// @param confirmed what is confirmed now, in words
public record LicenceView(
    String id,
    String name,
    String typed,
    String confirmed,
    boolean highRisk,
    FormErrors errors,
    boolean saved) {}
