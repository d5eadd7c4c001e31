package org.saltwater.telephony.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Writes and reads one JSON object a line.
public final class Lines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutputStream out;

  public Lines(OutputStream out) {
    this.out = out;
  }

  /// One line is whole before the next begins.
  ///
  /// @throws IOException if the other side has gone
  public synchronized void write(Object message) throws IOException {
    out.write((JSON.writeValueAsString(message) + "\n").getBytes(UTF_8));
    out.flush();
  }

  /// Hands on each line until the other side has gone. What is no message of this kind is passed
  /// over: two processes of different versions part at their end, not in the middle of a call.
  public static <T> void readAll(InputStream in, Class<T> kind, Consumer<T> each) {
    try (var reader = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        try {
          each.accept(JSON.readValue(line, kind));
        } catch (JacksonException passedOver) {
          continue;
        }
      }
    } catch (IOException gone) {
      // As good as its end.
      return;
    }
  }
}
