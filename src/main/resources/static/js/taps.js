// Keeps answers the moment they are tapped. Without this script the form keeps them when it is sent.

const form = document.querySelector("form[data-tap]");
const said = form.querySelector("[role=status]");
const help = document.querySelector("[data-help]");
let waiting = false;
let running = false;

async function keep() {
  waiting = true;
  if (running) return;
  running = true;
  while (waiting) {
    waiting = false;
    try {
      const answer = await fetch(form.getAttribute("action") + "/tap", {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
      });
      if (!answer.ok) throw new Error("refused");
      said.textContent = said.dataset.saved;
      const { help: needed } = await answer.json();
      if (needed && help && help.hidden) {
        help.hidden = false;
        help.focus();
      }
    } catch {
      said.textContent = said.dataset.notSaved;
    }
  }
  running = false;
}

form.addEventListener("change", keep);
