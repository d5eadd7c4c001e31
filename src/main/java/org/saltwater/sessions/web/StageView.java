package org.saltwater.sessions.web;

/// What somebody can do where the pictures are.
///
/// @param shares whether they may show their screen
/// @param phone whether they may go on by phone
/// @param writes whether they may go on in writing; who comes along may neither
public record StageView(boolean shares, boolean phone, boolean writes) {}
