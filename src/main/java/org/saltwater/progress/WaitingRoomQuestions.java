package org.saltwater.progress;

import java.util.Optional;
import org.saltwater.kernel.ClientId;
import org.saltwater.sessions.BeforeTheHour;
import org.springframework.stereotype.Component;

/// Offers the questions in the waiting room, where there are minutes for them.
@Component
class WaitingRoomQuestions implements BeforeTheHour {
  private final Questions questions;

  WaitingRoomQuestions(Questions questions) {
    this.questions = questions;
  }

  @Override
  public Optional<String> findQuestions(ClientId client) {
    return questions.now(client).isWaiting()
        ? Optional.of("/progress/questions")
        : Optional.empty();
  }
}
