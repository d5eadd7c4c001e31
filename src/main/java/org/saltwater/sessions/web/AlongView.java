package org.saltwater.sessions.web;

import org.saltwater.sessions.company.AlongStanding;
import org.saltwater.sessions.company.Hour;
import org.saltwater.site.FormErrors;

/// An hour as somebody sees it who comes along.
///
/// @param name what stands in the form
public record AlongView(Hour hour, String name, FormErrors errors) {
  public String path() {
    return "/along/" + hour.companion().id();
  }

  public boolean isSupervisor() {
    return hour.companion().supervisor().isPresent();
  }

  public boolean isOpen() {
    return hour.standing() == AlongStanding.OPEN;
  }

  public StageView stage() {
    return new StageView(false, false, false);
  }

  /// The key for what the names are: of whom asked, until everyone has said yes.
  public String who() {
    return switch (hour.standing()) {
      case ASKED, NOT_YET, DECLINED, STAYS_AWAY -> "sessions.along.who.asks";
      case EARLY, BETWEEN_THE_TWO, OPEN, OVER -> "sessions.along.who";
    };
  }

  /// Whether the page asks for a yes.
  public boolean asks() {
    return hour.standing() == AlongStanding.ASKED || hour.standing() == AlongStanding.STAYS_AWAY;
  }

  /// Whether there is a yes to take back.
  public boolean hasSaidYes() {
    return switch (hour.standing()) {
      case NOT_YET, EARLY, BETWEEN_THE_TWO, OPEN -> true;
      case ASKED, DECLINED, STAYS_AWAY, OVER -> false;
    };
  }

  @Override
  public String toString() {
    return "AlongView[" + hour.companion().id() + "]";
  }
}
