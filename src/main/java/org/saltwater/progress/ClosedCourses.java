package org.saltwater.progress;

import java.util.List;

/// How courses went that are over, of people who agreed to be counted, without any link to them.
/// Whoever gathers them answers; nothing is drawn from them while nobody does.
public interface ClosedCourses {
  List<Course> list();

  /// @param instrument its id
  /// @param first the total at the start
  record Course(String instrument, int first, List<At> later) {
    public Course {
      later = List.copyOf(later);
    }

    @Override
    public String toString() {
      return "Course[redacted]";
    }
  }

  /// @param week since the start: 0 in the first seven days
  record At(int week, int total) {
    @Override
    public String toString() {
      return "At[redacted]";
    }
  }
}
