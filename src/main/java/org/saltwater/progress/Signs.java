package org.saltwater.progress;

import java.util.List;
import org.springframework.stereotype.Component;

/// What in a client's numbers is worth reviewing together.
@Component
public class Signs {
  /// How many closed courses a comparison with this practice takes.
  public static final int CLOSED_COURSES = LocalQuantiles.ENOUGH;

  private final List<ClosedCourses> closed;

  Signs(List<ClosedCourses> closed) {
    this.closed = closed;
  }

  /// @param trends as the reader may read them
  public List<Sign> list(List<Trend> trends) {
    var courses = closed.stream().flatMap(it -> it.list().stream()).toList();
    return new ReviewRule(new LocalQuantiles(courses)).read(trends);
  }
}
