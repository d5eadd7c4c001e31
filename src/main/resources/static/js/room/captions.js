// What the others say, in words under their picture. Made on this device or not at all: a browser that would send the voice
// to somebody else's computer is not asked, and nothing is fetched to make it able (Web Speech API, processLocally).

const Recognition = window.SpeechRecognition;

export class Captions {
  #select;
  #place;
  #voices;
  #listening = new Map();

  // voices: answers the name and the sound of each of the others
  constructor({ select, place, voices }) {
    this.#select = select;
    this.#place = place;
    this.#voices = voices;
    select.addEventListener("change", () => { this.stop(); this.follow(); });
    this.#offer();
  }

  // Listens to who is here now.
  follow() {
    const voices = this.#select.value ? this.#voices() : [];
    for (const [track, recognition] of this.#listening) {
      if (voices.some((voice) => voice.track === track)) continue;
      this.#listening.delete(track);
      recognition.abort();
    }
    for (const { name, track } of voices) if (!this.#listening.has(track)) this.#listen(name, track);
    if (voices.length === 0) this.#say("");
  }

  stop() {
    for (const recognition of this.#listening.values()) recognition.abort();
    this.#listening.clear();
    this.#say("");
  }

  async #offer() {
    if (!Recognition?.available || !("processLocally" in Recognition.prototype)) return;
    const names = new Intl.DisplayNames(document.documentElement.lang, { type: "language" });
    for (const language of new Set([document.documentElement.lang, ...navigator.languages])) {
      const state = await Recognition.available({ langs: [language], processLocally: true }).catch(() => "unavailable");
      if (state === "available") this.#select.append(new Option(names.of(language), language));
    }
    this.#select.closest(".field").hidden = this.#select.options.length < 2;
  }

  #listen(name, track) {
    const recognition = new Recognition();
    recognition.processLocally = true;
    recognition.lang = this.#select.value;
    recognition.continuous = true;
    recognition.interimResults = true;
    recognition.addEventListener("result", ({ results }) => {
      const latest = [...results].slice(-2).map((result) => result[0].transcript.trim()).join(" ");
      this.#say(`${name}: ${latest}`);
    });
    // A browser stops listening after a silence; one that can't do it at all is not asked again.
    let able = true;
    recognition.addEventListener("error", ({ error }) => { able = ["no-speech", "aborted"].includes(error); });
    recognition.addEventListener("end", () => {
      if (this.#listening.get(track) !== recognition) return;
      if (able && track.readyState === "live") recognition.start(track);
      else this.#listening.delete(track);
    });
    this.#listening.set(track, recognition);
    recognition.start(track);
  }

  #say(words) {
    this.#place.hidden = !words;
    this.#place.textContent = words;
  }
}
