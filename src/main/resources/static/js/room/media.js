// One's own camera, microphone and screen. A camera that is switched off is really off: its light goes out.

const CAMERA = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30, max: 30 } };
const MICROPHONE = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

// Tells "changed" whenever a track is another one, and "ended" when a device was pulled out.
export class Media extends EventTarget {
  audio = null;
  camera = null;
  screen = null;
  muted = false;
  chosen = { camera: null, microphone: null };
  // Counts how often it was closed: what was asked for before, and is allowed only after, is not opened any more.
  #closed = 0;

  // Opens what is asked for. Answers the errors by device; what could be opened is open.
  async open({ camera, microphone }) {
    const errors = {};
    const before = this.#closed;
    if (camera && microphone) {
      try {
        // Together, so that the browser asks once.
        await this.#open({ video: this.#wished("camera"), audio: this.#wished("microphone") });
        return errors;
      } catch { /* one of the two: each by itself says which */ }
    }
    if (microphone && before === this.#closed) await this.#one("microphone", errors);
    if (camera && before === this.#closed) await this.#one("camera", errors);
    return errors;
  }

  get video() {
    return this.screen ?? this.camera;
  }

  mute(muted) {
    this.muted = muted;
    if (this.audio) this.audio.enabled = !muted;
    this.#tell("changed");
  }

  // Throws what the browser throws.
  async showCamera(on) {
    if (on) {
      await this.#open({ video: this.#wished("camera") });
    } else {
      this.camera?.stop();
      this.camera = null;
      this.#tell("changed");
    }
  }

  async choose(kind, id) {
    this.chosen[kind] = id;
    if (kind === "camera" && !this.camera) return;
    await this.#open(kind === "camera" ? { video: this.#wished("camera") } : { audio: this.#wished("microphone") });
  }

  // Throws where it was called off.
  async share() {
    const before = this.#closed;
    const stream = await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });
    if (before !== this.#closed) return stop(stream);
    this.screen?.stop();
    this.screen = stream.getVideoTracks()[0];
    this.screen.contentHint = "detail";
    this.screen.addEventListener("ended", () => this.unshare());
    this.#tell("changed");
  }

  unshare() {
    this.screen?.stop();
    this.screen = null;
    this.#tell("changed");
  }

  // Whether this browser can blur what is behind the person, by itself.
  canBlur() {
    return this.camera?.getCapabilities?.().backgroundBlur?.length === 2;
  }

  async blur(on) {
    await this.camera.applyConstraints({ backgroundBlur: on });
  }

  close() {
    this.#closed += 1;
    for (const track of [this.audio, this.camera, this.screen]) track?.stop();
    this.audio = this.camera = this.screen = null;
    this.#tell("changed");
  }

  static async listDevices() {
    const all = await navigator.mediaDevices.enumerateDevices();
    const of = (kind) => all.filter((device) => device.kind === kind && device.deviceId);
    return { camera: of("videoinput"), microphone: of("audioinput"), speaker: of("audiooutput") };
  }

  async #one(kind, errors) {
    try {
      await this.#open(kind === "camera" ? { video: this.#wished(kind) } : { audio: this.#wished(kind) });
    } catch (error) {
      errors[kind] = error;
    }
  }

  async #open(constraints) {
    const before = this.#closed;
    const stream = await getMedia(constraints);
    if (before === this.#closed) this.#take(stream);
    else stop(stream);
  }

  #wished(kind) {
    const id = this.chosen[kind];
    return { ...(kind === "camera" ? CAMERA : MICROPHONE), ...(id ? { deviceId: { exact: id } } : {}) };
  }

  #take(stream) {
    for (const track of stream.getTracks()) {
      const name = track.kind === "audio" ? "audio" : "camera";
      this[name]?.stop();
      this[name] = track;
      if (name === "audio") track.enabled = !this.muted;
      track.addEventListener("ended", () => {
        if (this[name] !== track) return;
        this[name] = null;
        this.dispatchEvent(new CustomEvent("lost", { detail: name === "audio" ? "microphone" : "camera" }));
        this.#tell("changed");
      });
    }
    this.#tell("changed");
  }

  #tell(type) {
    this.dispatchEvent(new Event(type));
  }
}

async function getMedia(constraints) {
  if (!navigator.mediaDevices) throw new DOMException("no devices here", "NotSupportedError");
  return navigator.mediaDevices.getUserMedia(constraints);
}

function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
