// For who comes along: the page moves on by itself when everyone has said yes, when the hour begins, goes on in another way or
// ends, and when a yes is taken back.

const page = document.querySelector("[data-along]");
let isDue = false;

for (const link of document.querySelectorAll("[data-without-script]")) link.remove();
if (page) {
  setInterval(look, 4_000);
  document.addEventListener("saltwater:changed", () => { isDue = true; look(); });
}

async function look() {
  const answer = await fetch(`/api/v1/along/${page.dataset.along}`).catch(() => null);
  if (!answer) return;
  if (answer.status === 404 || answer.status === 410) return moveOn();
  if (!answer.ok) return;
  const hour = await answer.json();
  if (isDue || hour.standing !== page.dataset.standing) return moveOn();
  const others = page.querySelector("[data-others]");
  const names = [...(others?.children ?? [])].map((each) => each.textContent);
  if (!others || names.join() === hour.others.join()) return;
  const tag = others.firstElementChild?.cloneNode() ?? document.createElement("li");
  others.replaceChildren(...hour.others.flatMap((name) => {
    const each = tag.cloneNode();
    each.textContent = name;
    return [each, " "];
  }));
}

// What is being typed is never lost to a reload.
function moveOn() {
  const field = page.querySelector("input:not([type=hidden])");
  if (!field || field.type !== "text" || field.value === field.defaultValue) location.reload();
}
