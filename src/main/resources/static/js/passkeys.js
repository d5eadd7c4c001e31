// Passkeys: the browser asks the device, we ask the server. Where the browser has none, nothing shows.

const able = "PublicKeyCredential" in window && "parseRequestOptionsFromJSON" in PublicKeyCredential;

async function post(path, form, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": form.elements._csrf.value },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.status === 403 && path.startsWith("/account/")) return { location: "/account/confirm" };
  if (!answer.ok) throw new Error("refused");
  return answer.json();
}

function offer(place, run) {
  if (!able || !place) return;
  place.hidden = false;
  const form = place.querySelector("form");
  const problem = form.querySelector("[role=alert]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      const { location: onward } = await run(form);
      if (new URL(onward, location.href).pathname === location.pathname) location.reload();
      else location.assign(onward);
    } catch {
      problem.hidden = false;
    }
  });
}

const signIn = document.getElementById("passkey");
offer(signIn, async (form) => {
  const question = await post("/sign-in/passkey/question", form);
  const answer = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question) });
  return post("/sign-in/passkey?next=" + encodeURIComponent(signIn.dataset.next), form, answer.toJSON());
});

offer(document.getElementById("add-passkey"), async (form) => {
  const question = await post("/account/passkeys/question", form);
  if (question.location) return question;
  const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question) });
  return post("/account/passkeys?label=" + encodeURIComponent(form.elements.label.value), form, made.toJSON());
});
