package org.saltwater.testing;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/// Takes away the databases of a test class when it ends, so that a whole run never holds more
/// connections than its largest class.
public final class DatabasesOfAClass implements TestExecutionListener {
  /// Engine, then class.
  private static final int DEPTH_OF_A_CLASS = 2;

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (test.getUniqueIdObject().getSegments().size() == DEPTH_OF_A_CLASS) {
      TestDatabase.dropAll();
    }
  }
}
