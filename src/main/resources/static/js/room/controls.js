// The buttons under the picture. A button that this browser has no use for is not there.

import { explain } from "./faults.js";
import { Media } from "./media.js";
import { say } from "./words.js";

export class Controls {
  #stage;
  #media;
  #call;

  constructor({ stage, media, call, toText }) {
    this.#stage = stage;
    this.#media = media;
    this.#call = call;
    this.#on("mute", () => media.audio ? media.mute(!media.muted) : this.#try("microphone", () => media.choose("microphone", null)));
    this.#on("camera", () => this.#try("camera", () => media.showCamera(!media.camera)));
    this.#on("share", () => media.screen ? media.unshare() : this.#share());
    this.#on("float", () => this.#float());
    for (const button of stage.querySelectorAll("[data-to-text]")) button.addEventListener("click", toText);
    this.#part("blur").addEventListener("change", (event) => this.#try("camera", () => media.blur(event.target.checked)));
    for (const kind of ["camera", "microphone", "speaker"]) {
      this.#select(kind).addEventListener("change", (event) => {
        if (kind === "speaker") call()?.people.speakThrough(event.target.value);
        else this.#try(kind, () => media.choose(kind, event.target.value));
      });
    }
    navigator.mediaDevices?.addEventListener?.("devicechange", () => this.draw());
    media.addEventListener("changed", () => this.draw());
  }

  async draw() {
    const media = this.#media;
    this.#name("mute", !media.audio ? "microphone.on" : media.muted ? "unmute" : "mute", media.muted || !media.audio);
    this.#name("camera", media.camera ? "camera.off" : "camera.on", !media.camera);
    const share = this.#part("share");
    if (share) {
      share.hidden = !navigator.mediaDevices?.getDisplayMedia;
      this.#name("share", media.screen ? "share.stop" : "share.start", Boolean(media.screen));
    }
    this.#part("float").hidden = !document.pictureInPictureEnabled;
    this.#part("blur").closest("label").hidden = !media.canBlur();
    if (navigator.mediaDevices) await this.#list();
  }

  async #list() {
    const devices = await Media.listDevices();
    for (const kind of ["camera", "microphone", "speaker"]) {
      const select = this.#select(kind);
      const inUse = kind === "camera" ? this.#media.camera : kind === "microphone" ? this.#media.audio : null;
      const id = inUse?.getSettings().deviceId ?? select.value;
      select.replaceChildren(...devices[kind].map((device, at) => new Option(device.label || `${at + 1}`, device.deviceId, false, device.deviceId === id)));
      select.closest(".field").hidden = devices[kind].length === 0 || (kind === "speaker" && !("setSinkId" in HTMLMediaElement.prototype));
    }
  }

  async #share() {
    try {
      await this.#media.share();
    } catch { /* called off, or refused by the system: the browser has said so itself */ }
  }

  async #float() {
    if (document.pictureInPictureElement) return document.exitPictureInPicture();
    await this.#call()?.people.video?.requestPictureInPicture().catch(() => {});
  }

  async #try(device, step) {
    try {
      await step();
      this.#part("trouble").hidden = true;
    } catch (error) {
      const { fault, fix } = explain(error, device);
      this.#part("trouble").hidden = false;
      this.#part("trouble-words").textContent = fault;
      this.#part("trouble-fix").textContent = fix;
    }
  }

  #name(button, key, isOff) {
    const part = this.#part(button);
    part.querySelector("span").textContent = say(key);
    part.classList.toggle("is-off", isOff);
  }

  #on(button, step) {
    this.#part(button)?.addEventListener("click", step);
  }

  #select(kind) {
    return this.#stage.querySelector(`[data-choose="${kind}"]`);
  }

  #part(name) {
    return this.#stage.querySelector(`[data-${name}]`);
  }
}
