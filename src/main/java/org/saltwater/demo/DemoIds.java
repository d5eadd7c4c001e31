package org.saltwater.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.saltwater.kernel.ClientId;
import org.saltwater.kernel.PersonId;
import org.saltwater.kernel.TherapistId;

/// Ids of invented people: the same in every demo, and recognisable as invented (version 8 of RFC
/// 9562, whose bits are ours to choose).
final class DemoIds {
  private static final long MARK = 0x5a17_0de0_0000_8000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private DemoIds() {}

  static TherapistId therapist(int number) {
    return new TherapistId(id(1, number));
  }

  static ClientId client(int number) {
    return new ClientId(id(2, number));
  }

  static PersonId staff(int number) {
    return new PersonId(id(3, number));
  }

  /// The key of a client's message, the same however often the demo's past is played.
  ///
  /// @param about the hour or the exchange it belongs to
  static UUID message(ClientId client, Instant about, int number) {
    var name = client + " " + about + " " + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static UUID goal(DemoClient client) {
    return UUID.nameUUIDFromBytes((client.id() + " goal").getBytes(StandardCharsets.UTF_8));
  }

  /// What an entry in a client's journal is asked for with, the same each time.
  static UUID entry(DemoClient client, int number) {
    var name = client.id() + " entry " + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static UUID answers(DemoClient client, String instrument, Instant at) {
    var name = client.id() + " " + instrument + " " + at;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  static boolean isInvented(PersonId person) {
    return (person.value().getMostSignificantBits() & 0xffff_ffff_0000_ffffL) == MARK;
  }

  private static UUID id(int kind, int number) {
    return new UUID(MARK | (long) kind << 16, VARIANT | number);
  }
}
