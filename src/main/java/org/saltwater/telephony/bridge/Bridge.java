package org.saltwater.telephony.bridge;

import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sip.SipException;
import org.saltwater.telephony.bridge.sip.Patience;
import org.saltwater.telephony.wire.Lines;
import org.saltwater.telephony.wire.Order;
import org.saltwater.telephony.wire.Report;

/// The process that carries calls. It takes orders on its input, reports on its output, and ends
/// when its input closes: so it never outlives the server.
public final class Bridge {
  private Bridge() {}

  public static void main(String[] arguments) {
    var lines = new Lines(System.out);
    // What a library prints must not stand between two reports, nor anywhere else.
    System.setOut(new PrintStream(PrintStream.nullOutputStream()));
    Logger.getLogger("").setLevel(Level.OFF);
    var calls = new AtomicReference<Calls>();
    Lines.readAll(
        System.in,
        Order.class,
        order -> {
          if (order instanceof Order.Begin settings) {
            calls.set(begin(settings, lines));
          } else if (calls.get() != null) {
            calls.get().hear(order);
          }
        });
    if (calls.get() != null) {
      calls.get().end();
    }
    Runtime.getRuntime().halt(0);
  }

  private static Calls begin(Order.Begin settings, Lines lines) {
    try {
      return new Calls(settings, Patience.usual(), report -> write(lines, report));
    } catch (IOException | SipException e) {
      // The trunk's name is unknown just now, or our port is taken: the server starts us again.
      write(lines, new Report.Line(Report.Standing.NO_ANSWER));
      Runtime.getRuntime().halt(2);
      throw new IllegalStateException(e);
    }
  }

  private static void write(Lines lines, Report report) {
    try {
      lines.write(report);
    } catch (IOException serverHasGone) {
      Runtime.getRuntime().halt(0);
    }
  }
}
