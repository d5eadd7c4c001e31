package org.saltwater.library;

import java.time.Instant;
import java.util.List;
import org.saltwater.site.FormErrors;

/// One article at the desk.
///
/// @param version that is read here, which may be an older one
/// @param now the version that would be reviewed, changed or withdrawn
/// @param base see [Read]
/// @param html the text that is read here
/// @param seen what readers see: `this`, `other`, `shipped` or `none`
/// @param mayReview whether the reader of this page may review it
/// @param writes whether they may change it
/// @param words what was typed to send it back with
public record DeskArticleView(
    String slug,
    ArticleText text,
    String html,
    ArticleState state,
    int version,
    int now,
    String base,
    String seen,
    boolean newerShipped,
    boolean mayReview,
    boolean writes,
    List<Line> history,
    String words,
    FormErrors errors,
    String done) {
  /// @param code what happened: a state’s, or `changed` for a save
  public record Line(int version, String code, String who, Instant at, String words) {}

  public boolean isCurrent() {
    return version == now;
  }

  public boolean canBecome(ArticleState next) {
    return state.canBecome(next);
  }

  public List<Source> sources() {
    return text.sources().stream().map(Source::of).toList();
  }
}
