package org.saltwater.telephony;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/// All that an operator reads who turns up everything that can be turned up: what the settings hold
/// down stays down. The console hears nothing of it.
final class LoudLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  final List<String> found = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger lines = new AtomicInteger();
  private final List<Trace> traces = new CopyOnWriteArrayList<>();
  private final Map<String, Level> before = new HashMap<>();
  private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();

  LoudLog(List<Trace> traces) {
    this.traces.addAll(traces);
    setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.iteratorForAppenders().forEachRemaining(silenced::add);
    silenced.forEach(root::detachAppender);
    for (var name : List.of(org.slf4j.Logger.ROOT_LOGGER_NAME, "org.saltwater")) {
      before.put(name, logger(name).getLevel());
      logger(name).setLevel(Level.TRACE);
    }
    start();
    root.addAppender(this);
  }

  /// Looks for this from now on, too.
  void alsoFor(Trace trace) {
    traces.add(trace);
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.incrementAndGet();
    var text = new StringBuilder(event.getFormattedMessage());
    if (event.getThrowableProxy() != null) {
      text.append('\n').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    text.append(event.getMDCPropertyMap()).append(event.getKeyValuePairs());
    found.addAll(
        Trace.findAll(
            traces, "the log, " + event.getLevel() + " " + event.getLoggerName(), text.toString()));
  }

  @Override
  public void close() {
    var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAppender(this);
    silenced.forEach(root::addAppender);
    before.forEach((name, level) -> logger(name).setLevel(level));
    stop();
  }

  private static Logger logger(String name) {
    return (Logger) LoggerFactory.getLogger(name);
  }
}
