// The room moves on by itself: when the other comes, when the hour begins or ends. And a clock, quietly.

const room = document.querySelector("[data-room]");
const over = ["ENDED", "CANCELLED"].includes(room.dataset.state) || room.dataset.state.startsWith("MISSED");

for (const link of document.querySelectorAll("[data-without-script]")) link.remove();

let looks = 0;
if (!over) {
  document.addEventListener("saltwater:changed", look);
  setInterval(look, room.dataset.state === "IN_SESSION" ? 30_000 : 4_000);
}

async function look() {
  if (document.visibilityState === "hidden" && room.dataset.state !== "WAITING") return;
  const number = looks += 1;
  try {
    const answer = await fetch(`/api/v1/sessions/${room.dataset.room}`);
    if (!answer.ok) return;
    const session = await answer.json();
    // Overtaken by a later look: what it saw may be over.
    if (number !== looks) return;
    document.dispatchEvent(new CustomEvent("saltwater:session", { detail: session }));
    // Without a conversation the two have parted meanwhile: the page says so kindly.
    if (session.state === "ENDED" && session.conversation) return location.assign(`/sessions/${room.dataset.room}/check-in`);
    for (const part of document.querySelectorAll("[data-while-line]")) part.hidden = part.dataset.whileLine !== String(Boolean(session.phoneLine));
    const moved = session.state !== room.dataset.state || session.open !== (room.dataset.open === "true") || session.therapistHere !== (room.dataset.here === "true");
    if (moved && !isWriting()) location.reload();
  } catch { /* no network: the next look tells */ }
}

// What is being typed is never lost to a reload.
function isWriting() {
  return [...document.querySelectorAll("input:not([type=hidden], [type=checkbox]), textarea")].some((field) => field.value !== field.defaultValue);
}

const clock = room.querySelector("[data-clock]");
if (clock) {
  const hour = room.querySelector("[data-hour]");
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: room.dataset.zone });
  // The server's clock counts: a phone's may be wrong.
  const ahead = new Date(room.dataset.now) - Date.now();
  const tick = () => {
    const now = new Date(Date.now() + ahead);
    clock.textContent = room.dataset.sayClock.replace("§", time.format(now));
    hour.value = Math.max(0, (now - new Date(room.dataset.start)) / 60_000);
  };
  tick();
  setInterval(tick, 15_000);
}
