package org.saltwater.therapists;

/// Many therapists came at once, too many to name each.
public record TherapistsRegistered(long count) {}
