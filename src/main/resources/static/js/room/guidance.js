// Notes for the therapist, fetched when they are first opened: whether a trauma is noted is a reading of the record, so
// looking into the room alone must not be one.

const box = document.querySelector("[data-guidance]");
box.addEventListener("toggle", async () => {
  const link = box.querySelector("[data-guidance-link]");
  if (!box.open || !link) return;
  const answer = await fetch(link.href).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  link.closest("p").replaceWith(page.querySelector("[data-guidance-part]"));
});
