package org.saltwater.care.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.saltwater.site.FormErrors;
import org.saltwater.site.Page;
import org.saltwater.site.TimeForm;

/// A held time, waiting for a yes.
///
/// @param keptUntil null when it is no longer kept
/// @param needsAccount whether the visitor has no account yet
/// @param name what was typed so far
public record HoldView(
    BookingWhen when,
    @Nullable Instant keptUntil,
    boolean needsAccount,
    String name,
    String email,
    FormErrors errors) {

  public String path() {
    return "/book/hold/" + when.appointment().id();
  }

  public String timesPath() {
    return "/book/" + when.appointment().therapist() + "?modality=" + when.appointment().modality();
  }

  public String keptUntilText(Page page) {
    return keptUntil == null ? "" : page.when(keptUntil, TimeForm.TIME, when.zone());
  }

  @Override
  public String toString() {
    return "HoldView[" + when.appointment().id() + "]";
  }
}
