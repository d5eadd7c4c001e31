package org.saltwater.home;

import java.util.List;
import java.util.Optional;

/// A person's home: a part for each of the roles they hold, by what they are told first.
///
/// @param supervises, operates there is little to compose for these two; the page says what there
///     is
/// @param along hours that a supervisor was asked to come along to
public record HomeView(
    String name,
    Greeting greeting,
    Optional<ClientHome> client,
    Optional<TherapistHome> therapist,
    Optional<PracticeHome> practice,
    boolean supervises,
    List<HourAlong> along,
    boolean operates) {}
