package org.saltwater.care.web;

import java.time.Instant;
import java.util.List;
import org.saltwater.kernel.Modality;

/// Everything that will happen, before it does.
///
/// @param travels in words, or empty
/// @param before whose access ends; empty if it is the deputy the client stays with
/// @param givenUp appointments with the one before that will be given up
public record ChangeReviewView(
    String therapist,
    String name,
    String before,
    Instant start,
    Modality modality,
    String travels,
    boolean summary,
    List<Instant> givenUp) {}
