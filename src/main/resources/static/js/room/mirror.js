// One's own picture in the waiting room. Whoever looked at it comes into the hour with their camera on.

import { explain } from "./faults.js";
import { Media } from "./media.js";
import { listen } from "./meter.js";

const mirror = document.querySelector("[data-mirror]");
if (mirror) start();

function start() {
  const part = (name) => mirror.querySelector(`[data-mirror-${name}]`);
  const memory = `saltwater-call-${mirror.dataset.mirror}`;
  const media = new Media();
  let quiet = null;
  mirror.hidden = false;
  part("button").addEventListener("click", () => media.camera || media.audio ? close() : open());
  part("blur").addEventListener("change", (event) => media.blur(event.target.checked).catch(() => {}));
  addEventListener("pagehide", () => media.close());
  if (sessionStorage.getItem(memory)) open();

  async function open() {
    const errors = await media.open({ camera: true, microphone: true });
    const [first] = Object.entries(errors);
    part("fault").hidden = !first;
    if (first) {
      const { fault, fix } = explain(first[1], first[0]);
      part("fault").textContent = `${fault} ${fix}`;
    }
    part("picture").querySelector("video").srcObject = media.camera ? new MediaStream([media.camera]) : null;
    part("picture").hidden = !media.camera;
    part("level").hidden = !media.audio;
    part("blur").closest("label").hidden = !media.canBlur();
    if (media.audio) quiet = listen(new MediaStream([media.audio]), (level) => { part("level").querySelector("meter").value = level; });
    if (media.camera || media.audio) {
      sessionStorage.setItem(memory, JSON.stringify({ camera: Boolean(media.camera), microphone: Boolean(media.audio), muted: false }));
      part("button").textContent = part("button").dataset.sayOff;
    }
  }

  function close() {
    quiet?.();
    media.close();
    sessionStorage.removeItem(memory);
    for (const name of ["picture", "level"]) part(name).hidden = true;
    part("blur").closest("label").hidden = true;
    part("button").textContent = part("button").dataset.sayOn;
  }
}
