package org.saltwater.messaging;

import org.saltwater.kernel.ProblemType;

/// Why a message is not taken.
public enum MessagingProblem implements ProblemType {
  CONVERSATION_CLOSED("conversation-closed", 409),
  MESSAGES_BUSY("messages-busy", 503);

  private final String slug;
  private final int status;

  MessagingProblem(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  @Override
  public String slug() {
    return slug;
  }

  @Override
  public int status() {
    return status;
  }
}
