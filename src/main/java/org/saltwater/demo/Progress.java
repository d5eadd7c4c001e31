package org.saltwater.demo;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Shows how far something long has come: a bar on a terminal, a few plain lines elsewhere.
final class Progress implements AutoCloseable {
  private static final int LINES = 10;

  private final String what;
  private final long all;
  private final @Nullable ProgressBar bar;
  private long done;
  private int said;

  Progress(String what, long all) {
    this.what = what;
    this.all = all;
    this.bar =
        System.console() != null && System.console().isTerminal()
            ? new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(all)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(100)
                .clearDisplayOnFinish()
                .build()
            : null;
  }

  void step(long count) {
    done += count;
    if (bar != null) {
      bar.stepBy(count);
    } else if (all >= 5_000 && done * LINES / all > said) {
      said = (int) (done * LINES / all);
      System.out.println(what + ": " + done + " of " + all);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
