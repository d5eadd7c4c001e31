package org.saltwater.care.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// It is done.
///
/// @param first the first appointment with the next therapist, or null once it is over
public record ChangeDoneView(String before, String name, @Nullable Instant first, String travels) {}
