// Camera, microphone, loudspeaker and network, each with what helps if it does not work.

import { explain } from "./faults.js";
import { Media } from "./media.js";
import { listen } from "./meter.js";
import { reach } from "./network.js";
import { say } from "./words.js";

const check = document.querySelector("[data-check]");
const media = new Media();
const part = (name) => check.querySelector(`[data-${name}]`);
let quiet = null;

for (const element of document.querySelectorAll("[data-without-script]")) element.remove();
check.hidden = false;
part("begin").addEventListener("click", begin);
part("tone").addEventListener("click", tone);
for (const button of check.querySelectorAll("[data-heard]")) {
  button.addEventListener("click", () => result("speaker", button.dataset.heard === "good", say(`check.speaker.${button.dataset.heard}`)));
}
for (const select of check.querySelectorAll("[data-choose]")) {
  select.addEventListener("change", async () => {
    const kind = select.dataset.choose;
    const errors = {};
    await media.choose(kind, select.value).catch((error) => { errors[kind] = error; });
    show(kind, errors[kind]);
  });
}
addEventListener("pagehide", () => media.close());

async function begin() {
  part("begin").textContent = part("begin").dataset.sayAgain;
  part("begin").classList.add("quiet");
  for (const name of ["camera", "microphone", "network"]) result(name, null, say("check.wait"));
  const network = reach(check.dataset.relay);
  media.close();
  const errors = await media.open({ camera: true, microphone: true });
  show("camera", errors.camera);
  show("microphone", errors.microphone);
  if (navigator.mediaDevices) await list();
  const reached = await network;
  result("network", reached.startsWith("good"), say(`check.network.${reached}`));
}

function show(kind, error) {
  if (error) {
    const { fault, fix } = explain(error, kind);
    return result(kind, false, `${fault} ${fix}`);
  }
  if (kind === "camera") {
    const picture = part("picture");
    picture.querySelector("video").srcObject = new MediaStream([media.camera]);
    picture.hidden = false;
    return result("camera", true, say("check.camera.good"));
  }
  quiet?.();
  part("level").hidden = part("level-hint").hidden = false;
  result("microphone", null, say("check.microphone.quiet"));
  let heard = false;
  quiet = listen(new MediaStream([media.audio]), (level) => {
    part("level").value = level;
    if (level > 0.35 && !heard) {
      heard = true;
      result("microphone", true, say("check.microphone.good"));
    }
  }, () => {
    part("level").hidden = part("level-hint").hidden = true;
    result("microphone", null, say("check.microphone.unmeasured"));
  });
}

async function list() {
  const devices = await Media.listDevices();
  for (const select of check.querySelectorAll("[data-choose]")) {
    const kind = select.dataset.choose;
    const inUse = (kind === "camera" ? media.camera : media.audio)?.getSettings().deviceId;
    select.replaceChildren(...devices[kind].map((device, at) => new Option(device.label || `${at + 1}`, device.deviceId, false, device.deviceId === inUse)));
    select.closest(".field").hidden = devices[kind].length < 2;
  }
}

// Three soft notes, one after the other.
function tone() {
  let context;
  try {
    context = new AudioContext();
  } catch {
    return result("speaker", false, say("check.speaker.bad"));
  }
  [392, 494, 587].forEach((pitch, at) => {
    const note = new OscillatorNode(context, { frequency: pitch });
    const volume = new GainNode(context, { gain: 0 });
    const begin = context.currentTime + at * 0.35;
    volume.gain.linearRampToValueAtTime(0, begin);
    volume.gain.linearRampToValueAtTime(0.25, begin + 0.05);
    volume.gain.linearRampToValueAtTime(0, begin + 0.5);
    note.connect(volume).connect(context.destination);
    note.start(begin);
    note.stop(begin + 0.55);
    if (at === 2) note.onended = () => context.close();
  });
  part("asked").hidden = false;
}

// good: true, false, or null for not known yet.
function result(name, good, words) {
  const line = check.querySelector(`[data-result="${name}"]`);
  line.textContent = words;
  line.dataset.good = good === null ? "" : String(good);
}
