// The socket of a room. Comes back by itself after a lost connection, each time as a new device, so the others begin the call
// with it anew. Tells "opened", "people", "description", "candidate", "shows", "lost" and "over" (detail: why).

const OVER = { 4403: "ended", 4409: "elsewhere", 4410: "moved" };
const EVERY = 10_000;

export class Signals extends EventTarget {
  #address;
  #socket = null;
  #tries = 0;
  #heard = 0;
  #retry = 0;
  #beat = 0;
  #online = () => { if (this.#socket?.readyState !== WebSocket.OPEN) this.#connect(); };

  // door: the path of the room's socket
  constructor(door) {
    super();
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    this.#address = `${scheme}//${location.host}${door}`;
  }

  open() {
    addEventListener("online", this.#online);
    this.#beat = setInterval(() => this.#stillThere(), EVERY);
    this.#connect();
  }

  close() {
    removeEventListener("online", this.#online);
    clearInterval(this.#beat);
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  // What is said while nobody listens is not said later: it would belong to a call that is over.
  say(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #connect() {
    clearTimeout(this.#retry);
    const socket = new WebSocket(this.#address);
    const before = this.#socket;
    this.#socket = socket;
    before?.close();
    socket.onopen = () => { this.#heard = Date.now(); };
    socket.onmessage = (event) => {
      if (socket !== this.#socket) return;
      this.#heard = Date.now();
      const frame = JSON.parse(event.data);
      if (frame.type === "opened") this.#tries = 0;
      if (frame.type !== "here") this.dispatchEvent(new CustomEvent(frame.type, { detail: frame }));
    };
    socket.onclose = (event) => { if (socket === this.#socket) this.#closed(event.code); };
  }

  #closed(code) {
    if (OVER[code]) {
      this.close();
      this.dispatchEvent(new CustomEvent("over", { detail: OVER[code] }));
      return;
    }
    this.#tries += 1;
    this.dispatchEvent(new CustomEvent("lost", { detail: this.#tries }));
    const wait = Math.min(5_000, 250 * 2 ** Math.min(this.#tries, 5));
    this.#retry = setTimeout(() => this.#connect(), wait * (0.7 + Math.random() * 0.6));
  }

  // Both ends notice a connection that died without a word.
  #stillThere() {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    if (Date.now() - this.#heard > 2.5 * EVERY) {
      this.#tries += 1;
      this.dispatchEvent(new CustomEvent("lost", { detail: this.#tries + 1 }));
      return this.#connect();
    }
    this.say({ type: "here" });
  }
}
