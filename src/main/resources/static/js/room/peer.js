// The connection to one other device: "perfect negotiation" as WebRTC 1.0 §10.7 describes it. One of the two makes the first
// offer, with a place for sound and one for a picture; from then on tracks are exchanged in their places, and only a broken
// way (ICE) is negotiated again, by whoever notices.

const PATIENCE = 2_500;
const AGAIN = 5_000;

// Tells "media" when a track of theirs is there, and "state": "connecting", "connected" or "broken".
export class Peer extends EventTarget {
  stream = new MediaStream();
  state = "connecting";
  #connection;
  #say;
  #polite;
  #making = false;
  #ignoring = false;
  #tracks = { audio: null, video: null };
  #timer = 0;

  constructor({ device, own, ice, say, kinds = ["audio", "video"] }) {
    super();
    this.device = device;
    this.#say = (frame) => say({ to: device, ...frame });
    this.#polite = own < device;
    const connection = new RTCPeerConnection({ ...ice, bundlePolicy: "max-bundle" });
    this.#connection = connection;
    connection.onnegotiationneeded = () => this.#offer();
    connection.onicecandidate = ({ candidate }) => { if (candidate) this.#say({ type: "candidate", ...plain(candidate) }); };
    connection.ontrack = ({ track }) => this.#heard(track);
    connection.onconnectionstatechange = () => this.#stands();
    connection.oniceconnectionstatechange = () => this.#stands();
    if (!this.#polite) for (const kind of kinds) connection.addTransceiver(kind, { direction: "sendrecv" });
  }

  // Puts tracks in their places; null leaves one empty.
  async send(tracks) {
    this.#tracks = tracks;
    for (const place of this.#connection.getTransceivers()) {
      const kind = place.receiver.track.kind;
      if (place.sender.track !== tracks[kind]) await place.sender.replaceTrack(tracks[kind]).catch(() => {});
    }
  }

  async hear(frame) {
    const connection = this.#connection;
    if (frame.type === "candidate") {
      try {
        await connection.addIceCandidate(plain(frame));
      } catch (error) {
        if (!this.#ignoring) throw error;
      }
      return;
    }
    const collides = frame.kind === "offer" && (this.#making || connection.signalingState !== "stable");
    this.#ignoring = !this.#polite && collides;
    if (this.#ignoring) return;
    await connection.setRemoteDescription({ type: frame.kind, sdp: frame.sdp });
    if (frame.kind !== "offer") return;
    for (const place of connection.getTransceivers()) place.direction = "sendrecv";
    await this.send(this.#tracks);
    await connection.setLocalDescription();
    this.#describe();
  }

  // Looks for another way to the other, such as after a change from wireless to mobile network.
  restart() {
    if (this.#connection.signalingState !== "closed") this.#connection.restartIce();
  }

  // limits: { bitrate, scale, frames } for one's own picture.
  async limit({ bitrate, scale, frames }) {
    const sender = this.#connection.getTransceivers().find((place) => place.receiver.track.kind === "video")?.sender;
    const parameters = sender?.getParameters();
    if (!parameters?.encodings?.length) return;
    Object.assign(parameters.encodings[0], { maxBitrate: bitrate, scaleResolutionDownBy: scale, maxFramerate: frames });
    await sender.setParameters(parameters).catch(() => {});
  }

  stats() {
    return this.#connection.getStats();
  }

  close() {
    clearTimeout(this.#timer);
    this.#connection.close();
  }

  async #offer() {
    try {
      this.#making = true;
      await this.send(this.#tracks);
      await this.#connection.setLocalDescription();
      this.#describe();
    } catch { /* closed meanwhile */ } finally {
      this.#making = false;
    }
  }

  #describe() {
    const { type, sdp } = this.#connection.localDescription;
    this.#say({ type: "description", kind: type, sdp });
  }

  #heard(track) {
    for (const old of this.stream.getTracks()) if (old.kind === track.kind) this.stream.removeTrack(old);
    this.stream.addTrack(track);
    this.dispatchEvent(new Event("media"));
  }

  #stands() {
    const { connectionState, iceConnectionState } = this.#connection;
    clearTimeout(this.#timer);
    if (connectionState === "connected" && iceConnectionState !== "disconnected") return this.#become("connected");
    if (connectionState === "failed" || iceConnectionState === "failed") {
      this.#become("broken");
      this.restart();
      this.#timer = setTimeout(() => this.#stands(), AGAIN);
    } else if (connectionState === "disconnected" || iceConnectionState === "disconnected") {
      this.#become("broken");
      this.#timer = setTimeout(() => {
        this.restart();
        this.#timer = setTimeout(() => this.#stands(), AGAIN);
      }, PATIENCE);
    }
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}

function plain({ candidate, sdpMid, sdpMLineIndex, usernameFragment }) {
  return { candidate, sdpMid, sdpMLineIndex, usernameFragment };
}
