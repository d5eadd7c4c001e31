package org.saltwater.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.saltwater.figures.Gathering;
import org.saltwater.matching.Matching;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills the demo's practice once, before the first request is taken. The count of scenes played is
/// written with them, so a fill that was cut short goes on where it was.
final class Fill implements SmartLifecycle {
  /// What is asked for by whoever does not mind: those of a demo that is there, or of a usual one.
  static final int AS_MANY_AS_THERE_ARE = 0;

  private static final int USUALLY = 40;
  private static final int AT_A_TIME = 40;
  private static final Duration PRACTICE_IS_OLD = Duration.ofDays(120);

  private final DemoData data;
  private final DemoClock clock;
  private final Opening opening;
  private final Past past;
  private final Correspondence correspondence;
  private final Matching matching;
  private final TransactionTemplate transaction;
  private final Gathering gathering;
  private final Path folder;
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
      Gathering gathering,
      Path folder,
      int therapists) {
    this.data = data;
    this.clock = clock;
    this.opening = opening;
    this.past = past;
    this.correspondence = correspondence;
    this.matching = matching;
    this.transaction = transaction;
    this.gathering = gathering;
    this.folder = folder;
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
    var marker = data.find();
    marker.ifPresent(this::refuseAnother);
    if (marker.filter(DemoData.Marker::filled).isPresent()) {
      return;
    }
    try {
      fill();
    } finally {
      clock.run();
    }
    matching.refresh();
  }

  private void refuseAnother(DemoData.Marker marker) {
    if (therapists != AS_MANY_AS_THERE_ARE && therapists != marker.therapists()) {
      throw new DemoRefused(
          "This folder holds a demo of "
              + marker.therapists()
              + " therapists. Start it without --therapists, or choose another folder with --data.");
    }
  }

  private void fill() {
    var marker = data.find().orElseGet(this::open);
    var cast = Cast.of(marker.therapists());
    var clients = cast.clients();
    var scenes = Plan.of(cast, clients, Talks.read(), marker.beganAt());
    play(scenes, marker.played());
    clients.forEach(correspondence::markRead);
    clock.turnTo(marker.beganAt());
    gathering.gather();
    Truth.of(clients, scenes, marker.beganAt()).write(folder.resolve("truth"));
    data.filled(marker.beganAt());
  }

  private DemoData.Marker open() {
    var now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    var wanted = therapists == AS_MANY_AS_THERE_ARE ? USUALLY : therapists;
    try (var progress = new Progress("Therapists", wanted)) {
      transaction.executeWithoutResult(
          status -> {
            data.begin(now, wanted);
            clock.turnTo(now.minus(PRACTICE_IS_OLD));
            opening.therapists(new Roster(Names.read(), Sentences.read()), wanted, progress);
            opening.staff(now);
          });
    }
    return new DemoData.Marker(now, wanted, 0, false);
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
