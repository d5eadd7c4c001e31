package org.saltwater.care;

import java.util.Optional;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.SignedIn;
import org.saltwater.site.Words;

/// Something more of a client that a therapist may read. Modules that stand above care offer it; a
/// line on the client's page, and on the page before an hour, leads there.
public interface FurtherReading {
  /// Empty if there is nothing for this reader. Opens nothing, so nothing is written down.
  Optional<Line> find(SignedIn reader, ClientId client, Words words);

  record Line(String sentence, String action, String path) {}
}
