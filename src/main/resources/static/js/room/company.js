// Who comes along, beside the hour: kept true while the page stays as it is, so that a yes or a no interrupts no call.

const part = document.querySelector("[data-company]");
const field = document.querySelector("[data-copy]");
const copy = document.querySelector("[data-copy-button]");

if (part?.closest("[data-room]")) {
  document.addEventListener("saltwater:changed", look);
  setInterval(look, 10_000);
  document.addEventListener("submit", answer);
}

if (field) {
  field.addEventListener("focus", () => field.select());
  copy.hidden = !navigator.clipboard;
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(field.value);
    copy.textContent = copy.dataset.sayCopied;
  });
}

// On its own page a form is sent as forms are: what can be asked there changes with the answer.
async function answer(event) {
  if (!event.target.matches("[data-room] [data-company-answer]")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(event.target));
  const told = await fetch(event.target.action, { method: "POST", body }).catch(() => null);
  if (told?.ok) show(await told.text());
  else location.reload();
}

async function look() {
  if (document.visibilityState === "hidden") return;
  const told = await fetch(part.dataset.company).catch(() => null);
  if (told?.ok) show(await told.text());
}

function show(page) {
  const now = new DOMParser().parseFromString(page, "text/html").querySelector("[data-company-list]");
  const list = part.querySelector("[data-company-list]");
  if (!now || said(now) === said(list)) return;
  list.replaceWith(now);
}

function said(section) {
  return section.textContent.replace(/\s+/g, " ").trim();
}
