// The hour by video: comes in after a press, shows the others, and keeps the buttons true. What is on is remembered for this
// tab and this hour, so that a reload, or the other who moves the hour back here, does not ask again, and switches nothing on
// that was off.

import { Captions } from "./captions.js";
import { explain } from "./faults.js";
import { Controls } from "./controls.js";
import { Media } from "./media.js";
import { People } from "./people.js";
import { Signals } from "./signals.js";
import { say } from "./words.js";

const WITH_CAMERA = { camera: true, microphone: true, muted: false };

const room = document.querySelector("[data-room]");
const stage = document.querySelector("[data-stage]");
if (stage) start();

function start() {
  const id = room.dataset.room;
  const memory = `saltwater-call-${id}`;
  const part = (name) => stage.querySelector(`[data-${name}]`);
  const media = new Media();
  const near = part("near-video");
  const toVideo = document.querySelector("[data-move]");
  const list = new Intl.ListFormat(document.documentElement.lang);
  let channel = room.dataset.channel;
  let call = null;
  let joins = 0;

  const controls = new Controls({ stage, media, call: () => call, toText: () => move("TEXT") });
  const captions = new Captions({ select: stage.querySelector('[data-choose="captions"]'), place: part("captions"), voices: () => call?.people.voices ?? [] });
  media.addEventListener("changed", () => {
    near.srcObject = media.video ? new MediaStream([media.video]) : null;
    near.classList.toggle("mirrored", !media.screen);
    part("near").classList.toggle("dark", !media.video);
    if (call) remember(whatIsOn());
  });
  media.addEventListener("lost", ({ detail }) => tell(say(`lost.${detail}`)));

  document.addEventListener("saltwater:session", ({ detail }) => {
    if (detail.channel === channel) return;
    channel = detail.channel;
    arrange();
  });
  part("join-video").addEventListener("click", () => join(WITH_CAMERA));
  part("join-sound").addEventListener("click", () => join({ ...WITH_CAMERA, camera: false }));
  part("again").addEventListener("click", () => join(remembered() ?? WITH_CAMERA));
  part("unmute-page").addEventListener("click", async (event) => {
    event.currentTarget.hidden = true;
    await call?.people.play();
  });
  part("sound-only").addEventListener("click", () => {
    tell("");
    if (media.camera) media.showCamera(false);
    part("offer").hidden = true;
  });
  // Who comes along moves nothing: there is no form for it on their page.
  toVideo?.addEventListener("submit", (event) => {
    event.preventDefault();
    move("VIDEO");
  });
  addEventListener("pagehide", () => leave());
  for (const change of ["online", "offline"]) addEventListener(change, () => call?.draw());
  arrange();

  function arrange() {
    const byVideo = channel === "VIDEO";
    room.dataset.channel = channel;
    room.classList.toggle("by-video", byVideo);
    stage.hidden = !byVideo;
    if (toVideo) toVideo.hidden = byVideo;
    if (!byVideo) return leave();
    const left = remembered();
    show(left ? "in" : "door");
    if (left) join(left);
  }

  async function join(how) {
    const mine = joins += 1;
    remember(how);
    show("in");
    tell("");
    media.mute(how.muted);
    const errors = await media.open(how);
    // Left meanwhile, while the browser was still asking.
    if (mine !== joins) return;
    for (const [device, error] of Object.entries(errors)) tellFault(error, device);
    call ??= begin();
    remember(whatIsOn());
    controls.draw();
  }

  function whatIsOn() {
    return { camera: Boolean(media.camera), microphone: Boolean(media.audio), muted: media.muted };
  }

  function remember(how) {
    sessionStorage.setItem(memory, JSON.stringify(how));
  }

  function remembered() {
    return JSON.parse(sessionStorage.getItem(memory));
  }

  function begin() {
    const signals = new Signals(room.dataset.door ?? `/live/rooms/${id}`);
    const people = new People({ signals, place: part("far"), media });
    people.addEventListener("state", () => { draw(); captions.follow(); });
    people.addEventListener("silent", () => { part("unmute-page").hidden = false; });
    people.addEventListener("offer", ({ detail }) => offer(isGone() ? "none" : detail));
    // One's own connection first: what is known of the others is old without it, and nothing can be written either. The
    // browser often knows long before the socket does.
    let cutOff = false;
    const isGone = () => cutOff || !navigator.onLine;
    signals.addEventListener("lost", ({ detail }) => { cutOff = detail > 1; draw(); });
    signals.addEventListener("opened", () => { cutOff = false; draw(); });
    signals.addEventListener("over", ({ detail }) => {
      leave();
      if (detail === "elsewhere") show("elsewhere");
      else document.dispatchEvent(new CustomEvent("saltwater:changed"));
    });
    signals.open();
    return { signals, people, draw };

    function draw() {
      const state = ["broken", "connecting"].find((each) => people.namesOf(each).length > 0);
      if (isGone()) offer("none");
      const key = isGone() ? "lost" : people.isAlone ? "waiting" : state ?? "";
      standing(key && say(`line.${key}`).replace("§", list.format(people.namesOf(state))));
    }
  }

  function leave() {
    joins += 1;
    captions.stop();
    call?.people.close();
    call?.signals.close();
    call = null;
    media.close();
  }

  function offer(what) {
    part("offer").hidden = what === "none";
    part("offer-words").textContent = what === "none" ? "" : say(`offer.${what}`);
    part("sound-only").hidden = what !== "sound" || !media.camera;
  }

  async function move(to) {
    const answer = await fetch(`/api/v1/sessions/${id}/channel`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": toVideo.elements._csrf.value },
      body: JSON.stringify({ channel: to }),
    }).catch(() => null);
    if (!answer?.ok) return tell(say("move.failed"));
    channel = to;
    arrange();
    if (to === "TEXT") document.querySelector("[data-write] textarea")?.focus();
  }

  function show(what) {
    for (const name of ["door", "in", "elsewhere"]) part(name).hidden = name !== what;
    stage.classList.toggle("inside", what === "in");
  }

  function standing(words) {
    part("line").textContent = words;
  }

  function tell(words, fix = "") {
    part("trouble").hidden = !words;
    part("trouble-words").textContent = words;
    part("trouble-fix").textContent = fix;
  }

  function tellFault(error, device) {
    const { fault, fix } = explain(error, device);
    tell(fault, fix);
  }
}
