package org.saltwater.sessions;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionStateTest {
  @Test
  void anHourMovesOnlyForwardAndEachEndIsAnEnd() {
    var steps =
        Stream.of(SessionState.values())
            .map(
                from ->
                    from.code()
                        + " -> "
                        + Stream.of(SessionState.values())
                            .filter(from::canBecome)
                            .map(SessionState::code)
                            .collect(joining(", ")))
            .collect(joining("\n"));
    assertThat(steps)
        .isEqualTo(
            """
            scheduled -> waiting, missed-by-client, missed-by-both, cancelled
            waiting -> in-session, missed-each-other, missed-by-therapist, cancelled
            in-session -> ended
            ended ->\s
            missed-by-client ->\s
            missed-each-other ->\s
            missed-by-therapist ->\s
            missed-by-both ->\s
            cancelled ->\s""");
  }
}
