// Lets the quality fall before the call does. The browser itself finds out how much a network carries; what it does not do is
// make the picture smaller early, give it up for the sake of the voice, and say when writing would be kinder.

export const STEPS = [
  { bitrate: 1_500_000, scale: 1, frames: 30 },
  { bitrate: 600_000, scale: 1.5, frames: 24 },
  { bitrate: 250_000, scale: 3, frames: 15 },
];
const BAD_TWICE = 2;
const GOOD_FOR = 6;

// From two looks at the numbers, two seconds apart: "good" or "bad". ITU-T G.114 draws the line for speech at 400 ms one way;
// a tenth of the packets lost is our own choice of figure.
export function judge(before, now) {
  if (!before) return "good";
  const received = now.received - before.received;
  const missing = Math.max(0, now.missing - before.missing);
  const share = missing / Math.max(1, received + missing);
  return share > 0.1 || now.theyMiss > 0.1 || now.trip > 0.8 ? "bad" : "good";
}

export function read(stats) {
  const found = { received: 0, missing: 0, theyMiss: 0, trip: 0 };
  for (const each of stats.values()) {
    if (each.type === "inbound-rtp") {
      found.received += each.packetsReceived ?? 0;
      found.missing += each.packetsLost ?? 0;
    } else if (each.type === "remote-inbound-rtp") {
      found.theyMiss = Math.max(found.theyMiss, each.fractionLost ?? 0);
      found.trip = Math.max(found.trip, each.roundTripTime ?? 0);
    }
  }
  return found;
}

// Walks down after two bad looks, up again after twelve good seconds. offer: "none", "sound" or "text".
export class Quality {
  step = 0;
  offer = "none";
  #bad = 0;
  #good = 0;
  #lost = 0;

  // verdict: also "lost", for a connection that is broken. Answers whether something is different now.
  note(verdict) {
    const was = `${this.step} ${this.offer}`;
    this.#lost = verdict === "lost" ? this.#lost + 1 : 0;
    this.#bad = verdict === "good" ? 0 : this.#bad + 1;
    this.#good = verdict === "good" ? this.#good + 1 : 0;
    if (this.#lost >= 3) {
      this.offer = "text";
    } else if (this.#bad >= BAD_TWICE) {
      this.#bad = 0;
      if (this.step < STEPS.length - 1) this.step += 1;
      else this.offer = this.offer === "none" ? "sound" : "text";
    } else if (this.#good >= GOOD_FOR) {
      this.#good = 0;
      this.offer = "none";
      this.step = Math.max(0, this.step - 1);
    }
    return was !== `${this.step} ${this.offer}`;
  }
}
