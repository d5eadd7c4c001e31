package org.saltwater.canary;

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
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/// Everything that the platform logs when it is told to log all it can. The console hears nothing
/// of it.
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final Map<String, Level> LOUD =
      Map.of(
          "org.saltwater", Level.TRACE,
          "org.springframework.web", Level.DEBUG,
          "org.springframework.jdbc", Level.DEBUG,
          "org.springframework.transaction", Level.DEBUG,
          "org.springframework.security", Level.DEBUG,
          "org.springframework.session", Level.DEBUG,
          "org.springframework.modulith", Level.DEBUG);

  final List<String> found = Collections.synchronizedList(new ArrayList<>());
  final AtomicInteger lines = new AtomicInteger();
  private final Map<String, Level> before = new HashMap<>();
  private final List<Appender<ILoggingEvent>> silenced = new ArrayList<>();

  static CapturedLog begin() {
    var log = new CapturedLog();
    log.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
    var root = logger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.iteratorForAppenders().forEachRemaining(log.silenced::add);
    log.silenced.forEach(root::detachAppender);
    LOUD.forEach(
        (name, level) -> {
          log.before.put(name, logger(name).getLevel());
          logger(name).setLevel(level);
        });
    log.start();
    root.addAppender(log);
    return log;
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
        Canary.SECRET.findIn(event.getLevel() + " " + event.getLoggerName(), text.toString()));
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
