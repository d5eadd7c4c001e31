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

// On its own page a form is sent as forms are: what can be asked there changes with the answer. Here it may interrupt no call.
async function answer(event) {
  if (!event.target.matches("[data-room] [data-company-answer]")) return;
  event.preventDefault();
  tell("");
  const told = await fetch(`/api/v1${new URL(event.target.action).pathname}`, {
    method: "POST",
    headers: { "X-CSRF-TOKEN": event.target.elements._csrf.value },
  }).catch(() => null);
  if (!told?.ok) {
    const problem = await told?.json().catch(() => null);
    tell(problem?.detail ?? part.dataset.sayFailed);
  }
  await look();
}

async function look() {
  if (document.visibilityState === "hidden") return;
  const told = await fetch(part.dataset.company).catch(() => null);
  if (told?.ok) show(await told.text());
}

function show(page) {
  const now = new DOMParser().parseFromString(page, "text/html").querySelector("[data-company-list]");
  const list = part.querySelector("[data-company-list]");
  // What leads away from the room is for its own page.
  for (const form of now?.querySelectorAll("form:not([data-company-answer])") ?? []) form.remove();
  if (!now || said(now) === said(list)) return;
  const at = list.contains(document.activeElement) ? document.activeElement.closest("form")?.getAttribute("action") : null;
  list.replaceWith(now);
  if (at) focusAgain(now, at);
}

// A keyboard goes on where it was: at the same answer, at the other one to the same person, or at least in this place.
function focusAgain(list, action) {
  const forms = [...list.querySelectorAll("form")];
  const person = action.slice(0, action.lastIndexOf("/") + 1);
  const next = forms.find((form) => form.getAttribute("action") === action) ?? forms.find((form) => form.getAttribute("action").startsWith(person));
  (next?.querySelector("button") ?? part).focus();
}

function tell(sentence) {
  const trouble = part.querySelector("[data-company-trouble]");
  trouble.textContent = sentence;
  trouble.hidden = !sentence;
}

function said(section) {
  return section.textContent.replace(/\s+/g, " ").trim();
}
