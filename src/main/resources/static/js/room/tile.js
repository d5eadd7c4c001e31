// The place on the page where one other person is seen. It stays when their connection is made anew, so that a face does not
// jump about.

import { say } from "./words.js";

export class Tile {
  name;
  along;
  #figure;
  #video;
  #note;
  #shows = { camera: true, microphone: true, screen: false };
  #state = "connecting";

  // along: whether they come along to the hour of two others
  constructor(place, name, along) {
    this.name = name;
    this.along = along;
    this.#figure = document.createElement("figure");
    this.#figure.className = "tile";
    this.#video = document.createElement("video");
    this.#video.autoplay = true;
    this.#video.playsInline = true;
    this.#video.setAttribute("aria-label", name);
    const face = document.createElement("span");
    face.className = "face";
    face.setAttribute("aria-hidden", "true");
    face.textContent = name.split(/\s+/).map((part) => part[0]).slice(0, 2).join("");
    const caption = document.createElement("figcaption");
    this.#note = document.createElement("span");
    const called = document.createElement("span");
    called.className = "called";
    called.textContent = name;
    caption.append(called, this.#note);
    this.#figure.append(this.#video, face, caption);
    place.append(this.#figure);
    this.#draw();
  }

  get video() {
    return this.#video;
  }

  // Answers false where the browser wants a press before there is sound.
  async show(stream) {
    if (this.#video.srcObject !== stream) this.#video.srcObject = stream;
    try {
      await this.#video.play();
      return true;
    } catch (error) {
      return error.name !== "NotAllowedError";
    }
  }

  shows(what) {
    this.#shows = what;
    this.#draw();
  }

  stands(state) {
    this.#state = state;
    this.#draw();
  }

  remove() {
    this.#video.srcObject = null;
    this.#figure.remove();
  }

  #draw() {
    this.#figure.dataset.state = this.#state;
    this.#figure.classList.toggle("dark", !this.#shows.camera && !this.#shows.screen);
    this.#figure.classList.toggle("whole", this.#shows.screen);
    const notes = this.#state === "connected"
      ? [!this.#shows.microphone && say("other.muted"), !this.#shows.camera && !this.#shows.screen && say("other.dark"), this.#shows.screen && say("other.screen")]
      : [say(`other.${this.#state}`)];
    this.#note.textContent = notes.filter(Boolean).map((note) => ` · ${note}`).join("");
  }
}
