// Everyone else in the room: a connection and a tile each. Made for up to four people who all see each other.

import { Peer } from "./peer.js";
import { Tile } from "./tile.js";
import { judge, Quality, read, STEPS } from "./quality.js";

const LOOK_EVERY = 2_000;

// Tells "state" when somebody came, went, or their connection changed; "offer" (detail: "none", "sound", "text") when the
// network asks for less; "silent" where the browser wants a press before there is sound.
export class People extends EventTarget {
  #signals;
  #place;
  #media;
  #own = "";
  #ice = {};
  #others = new Map();
  #tiles = new Map();
  #offer = "none";
  #timer;

  constructor({ signals, place, media }) {
    super();
    this.#signals = signals;
    this.#place = place;
    this.#media = media;
    media.addEventListener("changed", () => this.#send());
    signals.addEventListener("opened", ({ detail }) => this.#begin(detail));
    signals.addEventListener("people", ({ detail }) => this.#meet(detail.people));
    for (const type of ["description", "candidate"]) signals.addEventListener(type, ({ detail }) => this.#hear(detail));
    signals.addEventListener("shows", ({ detail }) => this.#others.get(detail.from)?.tile.shows(detail));
    addEventListener("online", () => { for (const { peer } of this.#others.values()) peer.restart(); });
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY);
  }

  get isAlone() {
    return this.#others.size === 0;
  }

  // Whose connection is in a state.
  namesOf(state) {
    return [...this.#others.values()].filter(({ peer }) => peer.state === state).map(({ tile }) => tile.name);
  }

  // The picture to take out of the page.
  get video() {
    return [...this.#tiles.values()][0]?.video;
  }

  // Who can be heard, and their sound.
  get voices() {
    return [...this.#others.values()].flatMap(({ peer, tile }) =>
      peer.stream.getAudioTracks().filter((track) => track.readyState === "live").map((track) => ({ name: tile.name, track })));
  }

  async play() {
    for (const { peer, tile } of this.#others.values()) await tile.show(peer.stream);
  }

  speakThrough(device) {
    for (const tile of this.#tiles.values()) tile.video.setSinkId?.(device);
  }

  close() {
    clearInterval(this.#timer);
    for (const { peer } of this.#others.values()) peer.close();
    for (const tile of this.#tiles.values()) tile.remove();
    this.#others.clear();
    this.#tiles.clear();
  }

  // Told anew whenever the socket came back: whatever was before belongs to another device.
  #begin({ device, ice }) {
    this.#own = device;
    this.#ice = ice;
    for (const { peer } of this.#others.values()) peer.close();
    this.#others.clear();
  }

  #meet(people) {
    for (const [device, { peer, tile }] of this.#others) {
      if (people.some((person) => person.device === device)) continue;
      peer.close();
      tile.stands("gone");
      this.#others.delete(device);
    }
    // The two keep their places for each other; who comes along may have gone for good.
    for (const [who, tile] of this.#tiles) {
      if (!tile.along || people.some((person) => person.who === who)) continue;
      tile.remove();
      this.#tiles.delete(who);
    }
    for (const person of people) if (!this.#others.has(person.device)) this.#call(person);
    for (const other of this.#others.values()) this.#limit(other);
    this.#tellState();
  }

  #call({ device, who, name, along }) {
    const tile = this.#tiles.get(who) ?? new Tile(this.#place, name, along);
    this.#tiles.set(who, tile);
    const peer = new Peer({ device, own: this.#own, ice: this.#ice, say: (frame) => this.#signals.say(frame) });
    const other = { peer, tile, turn: Promise.resolve(), quality: new Quality(), before: null };
    this.#others.set(device, other);
    tile.stands("connecting");
    peer.addEventListener("media", async () => {
      if (!await tile.show(peer.stream)) this.dispatchEvent(new Event("silent"));
    });
    peer.addEventListener("state", () => {
      tile.stands(peer.state);
      this.#tellState();
      if (peer.state !== "connected") return;
      this.#sayShows();
      this.#limit(other);
    });
    peer.send(this.#tracks());
    this.#sayShows();
  }

  // One after the other: a candidate must not overtake its description.
  #hear(frame) {
    const other = this.#others.get(frame.from);
    if (other) other.turn = other.turn.then(() => other.peer.hear(frame)).catch(() => other.peer.restart());
  }

  #send() {
    for (const { peer } of this.#others.values()) peer.send(this.#tracks());
    this.#sayShows();
  }

  #tracks() {
    return { audio: this.#media.audio, video: this.#media.video };
  }

  #sayShows() {
    const { audio, muted, camera, screen } = this.#media;
    this.#signals.say({ type: "shows", camera: Boolean(camera), microphone: Boolean(audio) && !muted, screen: Boolean(screen) });
  }

  #tellState() {
    this.dispatchEvent(new Event("state"));
  }

  // One's own picture goes to each of the others by itself: to several, a smaller one.
  #limit({ peer, quality }) {
    peer.limit(STEPS[Math.max(quality.step, this.#others.size > 1 ? 1 : 0)]);
  }

  async #look() {
    for (const other of this.#others.values()) {
      const now = read(await other.peer.stats());
      const verdict = other.peer.state === "broken" ? "lost" : judge(other.before, now);
      other.before = now;
      if (other.peer.state !== "connecting" && other.quality.note(verdict)) this.#limit(other);
    }
    // One of several with a weak network is theirs to mend; one's own is weak towards everyone.
    const offers = [...this.#others.values()].map(({ quality }) => quality.offer);
    const offer = offers.length === 0 ? "none" : ["none", "sound", "text"].find((each) => offers.includes(each));
    if (offer !== this.#offer) this.dispatchEvent(new CustomEvent("offer", { detail: this.#offer = offer }));
  }
}
