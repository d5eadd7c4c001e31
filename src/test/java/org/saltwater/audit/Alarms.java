package org.saltwater.audit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/// Listens for what the chain reports as errors.
record Alarms(Logger logger, ListAppender<ILoggingEvent> lines) implements AutoCloseable {
  static Alarms heard() {
    var logger = (Logger) LoggerFactory.getLogger(AuditChain.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    logger.addAppender(lines);
    return new Alarms(logger, lines);
  }

  long count() {
    return lines.list.stream().filter(line -> line.getLevel() == Level.ERROR).count();
  }

  @Override
  public void close() {
    logger.detachAppender(lines);
  }
}
