package org.saltwater.demo;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.saltwater.matching.Matching;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills the demo's practice once, before the first request is taken. The count of scenes played is
/// written with them, so a fill that was cut short goes on where it was.
final class Fill implements SmartLifecycle {
  private static final int AT_A_TIME = 40;
  private static final Duration PRACTICE_IS_OLD = Duration.ofDays(120);

  private final DemoData data;
  private final DemoClock clock;
  private final Opening opening;
  private final Past past;
  private final Correspondence correspondence;
  private final Matching matching;
  private final TransactionTemplate transaction;
  private final int therapists;
  private volatile boolean running;

  Fill(
      DemoData data,
      DemoClock clock,
      Opening opening,
      Past past,
      Correspondence correspondence,
      Matching matching,
      TransactionTemplate transaction,
      int therapists) {
    this.data = data;
    this.clock = clock;
    this.opening = opening;
    this.past = past;
    this.correspondence = correspondence;
    this.matching = matching;
    this.transaction = transaction;
    this.therapists = therapists;
  }

  /// After what writes to the store in the background has started, long before the web server.
  @Override
  public int getPhase() {
    return 0;
  }

  @Override
  public void start() {
    running = true;
    if (data.find().filter(DemoData.Marker::filled).isPresent()) {
      return;
    }
    try {
      fill();
    } finally {
      clock.run();
    }
    matching.refresh();
  }

  private void fill() {
    var marker = data.find().orElseGet(this::open);
    var cast = Cast.of(marker.therapists());
    var clients = cast.clients();
    var scenes = Plan.of(cast, clients, Talks.read(), marker.beganAt());
    play(scenes, marker.played());
    clients.forEach(correspondence::markRead);
    data.filled(marker.beganAt());
  }

  private DemoData.Marker open() {
    var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    try (var progress = new Progress("Therapists", therapists)) {
      transaction.executeWithoutResult(
          status -> {
            data.begin(now, therapists);
            clock.turnTo(now.minus(PRACTICE_IS_OLD));
            opening.therapists(new Roster(Names.read(), Sentences.read()), therapists, progress);
            opening.staff(now);
          });
    }
    return new DemoData.Marker(now, therapists, 0, false);
  }

  private void play(List<Scene> scenes, int from) {
    try (var progress = new Progress("Twelve weeks of the practice", scenes.size())) {
      progress.step(from);
      for (int i = from; i < scenes.size(); i += AT_A_TIME) {
        var some = scenes.subList(i, Math.min(scenes.size(), i + AT_A_TIME));
        var count = i + some.size();
        transaction.executeWithoutResult(
            status -> {
              some.forEach(past::play);
              data.played(count);
            });
        progress.step(some.size());
      }
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
