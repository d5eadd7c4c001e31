// The hour by phone: how the call stands, for both, and the therapist's own voice, which goes to the telephone through this
// browser. The telephone takes the client's place in the room and answers as their browser would.

import { explain } from "./faults.js";
import { Line } from "./line.js";
import { Media } from "./media.js";
import { say } from "./words.js";

const room = document.querySelector("[data-room]");
const part = document.querySelector("[data-phone]");
const isTherapist = part.dataset.role === "therapist";
const memory = `saltwater-phone-${room.dataset.room}`;
const media = new Media();
let channel = room.dataset.channel;
let line = null;
let joins = 0;

const find = (name) => part.querySelector(`[data-phone-${name}]`);
const words = (key) => part.querySelector(`[data-phone-words] [data-word="${key}"]`)?.textContent ?? "";
const isOn = () => !["none", "away"].includes(part.dataset.phone) && !part.dataset.phone.startsWith("ended");

document.addEventListener("saltwater:session", ({ detail }) => {
  part.dataset.phone = detail.call ?? "none";
  part.dataset.byOwn = String(Boolean(detail.byOwnPhone));
  part.dataset.away = String(!detail.phoneLine);
  channel = detail.channel;
  draw();
});
for (const form of document.querySelectorAll("[data-phone-to]")) on(form, () => post("channel", { channel: form.dataset.phoneTo }));
for (const button of document.querySelectorAll("[data-to-phone]")) button.addEventListener("click", () => post("channel", { channel: "PHONE" }));
// Nobody is called into silence.
on(find("call"), async () => {
  if (await join()) await post("phone/call");
  else if (!find("trouble").hidden) find("no-voice").hidden = false;
});
// Two telephones and no browser: this one would only hear the client twice.
find("own-form")?.addEventListener("submit", () => {
  leave();
  sessionStorage.removeItem(memory);
});
on(find("hang-up"), () => post("phone/hang-up"));
on(find("pin"), async () => {
  const dial = await post("phone/pin");
  if (!dial) return;
  find("number").textContent = dial.number;
  find("number").href = `tel:${dial.number}`;
  find("digits").textContent = `${dial.pin.slice(0, dial.pin.length / 2)} ${dial.pin.slice(dial.pin.length / 2)}`;
  find("dial").hidden = false;
  draw();
});
find("join")?.addEventListener("click", join);
find("mute")?.addEventListener("click", () => media.mute(!media.muted));
media.addEventListener("changed", () => {
  if (line) sessionStorage.setItem(memory, media.muted ? "muted" : "on");
  draw();
});
media.addEventListener("lost", () => tell(say("lost.microphone")));
addEventListener("pagehide", leave);
// A reload in the middle of a call: as it was left, and muted if it was.
const left = sessionStorage.getItem(memory);
if (left && channel === "PHONE" && isOn() && isTherapist && part.dataset.byOwn !== "true") {
  media.mute(left === "muted");
  join();
}
draw();

// Comes on the line with the microphone; the telephone is called by the server. Answers whether one can be heard.
async function join() {
  tell("");
  const mine = joins += 1;
  const { microphone } = media.audio ? {} : await media.open({ camera: false, microphone: true });
  // Left meanwhile, while the browser was still asking.
  if (mine !== joins) return false;
  if (microphone) {
    const { fault, fix } = explain(microphone, "microphone");
    tell(`${fault} ${fix}`);
  }
  if (!line && channel === "PHONE") line = begin();
  sessionStorage.setItem(memory, media.muted ? "muted" : "on");
  draw();
  return Boolean(media.audio);
}

function begin() {
  const begun = new Line({ appointment: room.dataset.room, media, sound: find("sound") });
  begun.addEventListener("stands", draw);
  begun.addEventListener("over", ({ detail }) => {
    leave();
    if (detail === "elsewhere") {
      sessionStorage.removeItem(memory);
      tell(words("elsewhere"));
    }
    document.dispatchEvent(new CustomEvent("saltwater:changed"));
  });
  begun.open();
  return begun;
}

function leave() {
  joins += 1;
  line?.close();
  line = null;
  media.close();
}

function draw() {
  const byPhone = channel === "PHONE";
  room.classList.toggle("by-phone", byPhone);
  part.hidden = !byPhone;
  // By video, the way here stands among the buttons under the picture.
  for (const form of document.querySelectorAll(".room-side > [data-phone-to]")) form.hidden = byPhone || channel === "VIDEO";
  if (!byPhone && line) {
    leave();
    sessionStorage.removeItem(memory);
  }
  const on = isOn();
  const call = on || part.dataset.away !== "true" ? part.dataset.phone : "away";
  const sound = on && line && call === "connected" ? line.standing : "";
  find("line").textContent = words(sound || call);
  if (!isTherapist) {
    find("pin").hidden = on || call === "away" || !find("dial").hidden;
    if (call === "connected") find("dial").hidden = true;
    return;
  }
  const button = find("call").querySelector("button");
  button.textContent = part.dataset.phone === "none" ? button.dataset.sayFirst : button.dataset.sayAgain;
  find("call").hidden = on || call === "away";
  find("hang-up").hidden = !on;
  const byOwn = part.dataset.byOwn === "true";
  find("own").hidden = on || call === "away";
  find("join").hidden = !on || byOwn || Boolean(line);
  find("mute").hidden = !on || !line || !media.audio;
  find("mute").textContent = say(media.muted ? "unmute" : "mute");
}

function tell(sentence) {
  find("trouble").textContent = sentence;
  find("trouble").hidden = !sentence;
  if (isTherapist) find("no-voice").hidden = true;
}

function on(form, step) {
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    tell("");
    step();
  });
}

// Answers what the server said, or null. How the call stands is told with the hour.
async function post(path, body) {
  const answer = await fetch(`/api/v1/sessions/${room.dataset.room}/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": document.querySelector("[name=_csrf]").value },
    body: body && JSON.stringify(body),
  }).catch(() => null);
  document.dispatchEvent(new CustomEvent("saltwater:changed"));
  if (answer?.ok) return answer.status === 204 ? {} : answer.json();
  const problem = await answer?.json().catch(() => null);
  tell(problem?.detail ?? words("failed"));
  return null;
}
