package org.saltwater.crying.insight;

/// What a client sees of their own.
///
/// @param agreed whether their hours may be looked at together with others'
public record OwnView(LookingBack back, boolean agreed) {}
