// "I need a moment": asked and taken back without leaving the page, and seen by the other within a breath. Nothing sounds.

const room = document.querySelector("[data-room]");
const place = document.querySelector("[data-moment]");
const words = place.querySelector("[data-moment-words]");
const forms = [...place.querySelectorAll("form")];
let taken = room.classList.contains("in-moment");

document.addEventListener("saltwater:session", ({ detail }) => {
  if (detail.moment !== taken) show(detail.moment);
});
for (const form of forms) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(form.elements.taken.value === "true", form.elements._csrf.value);
  });
}

async function save(next, token) {
  const answer = await fetch(place.dataset.moment, {
    method: "PUT",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": token },
    body: JSON.stringify({ taken: next }),
  }).catch(() => null);
  if (!answer?.ok) {
    words.textContent = place.dataset.sayFailed;
    return;
  }
  show(next);
  forms.find((form) => !form.hidden)?.querySelector("button").focus();
}

function show(next) {
  taken = next;
  room.classList.toggle("in-moment", taken);
  words.textContent = taken ? place.querySelector("[data-moment-say]").textContent : "";
  for (const form of forms) form.hidden = (form.dataset.momentTaken === "true") !== taken;
}
