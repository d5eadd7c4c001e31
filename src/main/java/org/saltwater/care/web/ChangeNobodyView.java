package org.saltwater.care.web;

/// Someone without a therapist has nobody to change from.
public record ChangeNobodyView() {}
