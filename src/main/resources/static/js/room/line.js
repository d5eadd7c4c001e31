// The therapist's end of a telephone line: sound between this browser and the server, which carries it to the telephone.
// A telephone only ever answers, so this side always makes the offer.

import { Peer } from "./peer.js";
import { Signals } from "./signals.js";

// Tells "stands" when its standing changed ("sound" while it connects, "broken", or "" when it is good), and "over"
// (detail: why).
export class Line extends EventTarget {
  standing = "sound";
  #signals;
  #media;
  #sound;
  #peer = null;
  #ice = {};
  #send = () => this.#peer?.send({ audio: this.#media.audio, video: null });

  // sound: the element that plays the telephone.
  constructor({ appointment, media, sound }) {
    super();
    this.#signals = new Signals(`/live/rooms/${appointment}`);
    this.#media = media;
    this.#sound = sound;
    this.#signals.addEventListener("opened", ({ detail }) => { this.#ice = detail.ice; this.#meet([]); });
    this.#signals.addEventListener("people", ({ detail }) => this.#meet(detail.people));
    for (const type of ["description", "candidate"]) this.#signals.addEventListener(type, ({ detail }) => this.#hear(detail));
    this.#signals.addEventListener("lost", ({ detail }) => { if (detail > 1) this.#stands("broken"); });
    this.#signals.addEventListener("over", ({ detail }) => this.dispatchEvent(new CustomEvent("over", { detail })));
    media.addEventListener("changed", this.#send);
  }

  open() {
    this.#signals.open();
  }

  close() {
    this.#media.removeEventListener("changed", this.#send);
    this.#peer?.close();
    this.#signals.close();
  }

  #meet([telephone]) {
    if (telephone && telephone.device === this.#peer?.device) return;
    this.#peer?.close();
    this.#peer = null;
    this.#stands("sound");
    if (telephone) this.#call(telephone.device);
  }

  #call(device) {
    const peer = new Peer({ device, own: "~", ice: this.#ice, kinds: ["audio"], say: (frame) => this.#signals.say(frame) });
    this.#peer = peer;
    peer.addEventListener("media", () => {
      this.#sound.srcObject = peer.stream;
      this.#sound.play().catch(() => {});
    });
    peer.addEventListener("state", () => this.#stands({ connected: "", broken: "broken" }[peer.state] ?? "sound"));
    this.#send();
  }

  #hear(frame) {
    const peer = this.#peer;
    if (frame.from === peer?.device) peer.hear(frame).catch(() => peer.restart());
  }

  #stands(how) {
    this.standing = how;
    this.dispatchEvent(new Event("stands"));
  }
}
