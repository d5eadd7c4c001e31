package org.saltwater.sessions.web;

import java.util.List;

/// What the scripts of a room and of the device check may have to say. The page brings the words
/// along, under these keys after `sessions.call.`.
public final class CallWords {
  public static final List<String> KEYS =
      List.of(
          "mute",
          "unmute",
          "microphone.on",
          "camera.on",
          "camera.off",
          "share.start",
          "share.stop",
          "other.muted",
          "other.dark",
          "other.screen",
          "other.connecting",
          "other.broken",
          "other.gone",
          "line.waiting",
          "line.connecting",
          "line.broken",
          "line.lost",
          "offer.sound",
          "offer.text",
          "move.failed",
          "lost.camera",
          "lost.microphone",
          "fault.insecure",
          "fault.denied.camera",
          "fault.denied.microphone",
          "fault.none.camera",
          "fault.none.microphone",
          "fault.busy.camera",
          "fault.busy.microphone",
          "fault.failed.camera",
          "fault.failed.microphone",
          "fix.insecure",
          "fix.dismissed",
          "fix.denied.chrome",
          "fix.denied.edge",
          "fix.denied.firefox",
          "fix.denied.safari",
          "fix.denied.other",
          "fix.none.camera",
          "fix.none.microphone",
          "fix.busy.camera",
          "fix.busy.microphone",
          "fix.failed.camera",
          "fix.failed.microphone");

  /// What the device check says besides.
  public static final List<String> CHECK_KEYS =
      List.of(
          "check.wait",
          "check.camera.good",
          "check.microphone.good",
          "check.microphone.quiet",
          "check.microphone.unmeasured",
          "check.speaker.good",
          "check.speaker.bad",
          "check.network.good",
          "check.network.good-relay",
          "check.network.socket",
          "check.network.relay",
          "check.network.browser");

  /// How an hour by phone may stand; each has a sentence for the therapist and one for the client.
  public static final List<String> PHONE_STATES =
      List.of(
          "none",
          "calling-therapist",
          "calling",
          "ringing",
          "connected",
          "ended-hung-up",
          "ended-busy",
          "ended-no-answer",
          "ended-refused",
          "ended-silent",
          "ended-we-hung-up",
          "ended-line-lost",
          "ended-own-busy",
          "ended-own-no-answer",
          "ended-own-refused",
          "ended-own-silent",
          "away");

  private CallWords() {}
}
