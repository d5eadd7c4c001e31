// What the room says, in the words that came with the page.

const list = document.querySelector("[data-words]");

export function say(key) {
  return list?.querySelector(`[data-word="${key}"]`)?.textContent ?? "";
}
