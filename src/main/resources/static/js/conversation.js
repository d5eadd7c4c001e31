// Makes a conversation live: messages arrive by themselves, and what is written is kept until the server has it on disk.
// Every message carries a key made here, so sending it again after a lost connection never writes it twice. Every message
// that arrives carries the conversation's next number, so nothing is shown twice and nothing is skipped.

const section = document.querySelector("[data-conversation]");
if (section) start(section);

function start(section) {
  const say = section.dataset;
  const list = section.querySelector(".talk");
  const scroll = section.querySelector(".conversation-scroll");
  const standing = section.querySelector("[data-standing]");
  const typing = section.querySelector("[data-typing]");
  const connection = section.querySelector("[data-connection]");
  const form = section.querySelector("[data-write]");
  const field = form?.querySelector("textarea");
  const clock = new Intl.DateTimeFormat(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: say.zone });

  const waiting = new Map(); // key -> { text, bubble }
  let last = Number(say.last);
  let delivered = Number(say.delivered);
  let read = Number(say.read);
  let lastMine = Number([...section.querySelectorAll(".mine[data-number]")].at(-1)?.dataset.number ?? 0);
  let socket, tries = 0, lost = false, heard = 0, typedAt = 0, atEnd = true, typingTimer, seenTimer, retryTimer;

  for (const link of document.querySelectorAll("[data-without-script]")) link.remove();
  connect();
  toEnd();
  // A keyboard that opens must not hide the newest message.
  scroll.addEventListener("scroll", () => { atEnd = isAtEnd(); });
  new ResizeObserver(() => { if (atEnd) toEnd(); }).observe(scroll);

  function connect() {
    clearTimeout(retryTimer);
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const opening = new WebSocket(`${scheme}//${location.host}/live?conversation=${say.conversation}&after=${last}`);
    socket = opening;
    opening.onmessage = (event) => { if (opening === socket) { heard = Date.now(); hear(JSON.parse(event.data)); } };
    opening.onclose = (event) => { if (opening === socket) closed(event); };
  }

  function closed(event) {
    if (event.code === 4403) return location.reload();
    lost = true;
    tries += 1;
    if (tries > 1) connection.textContent = say.sayLost;
    if (tries > 2) mayStillBeHere();
    retryTimer = setTimeout(connect, Math.min(10_000, 400 * 2 ** Math.min(tries, 5)) * (0.7 + Math.random() * 0.6));
  }

  // A socket that is refused does not say why; the page does.
  async function mayStillBeHere() {
    try {
      const answer = await fetch(`/api/v1/conversations/${say.conversation}`);
      if ([401, 403, 404].includes(answer.status) && waiting.size === 0) location.reload();
    } catch { /* no network: the next try tells */ }
  }

  function hear(frame) {
    switch (frame.type) {
      case "opened": return opened(frame);
      case "message": return arrived(frame);
      case "stored": return stored(frame);
      case "refused": return refused(frame);
      case "typing": return otherTypes();
      case "seen": return otherSaw(frame);
      case "changed": return document.dispatchEvent(new CustomEvent("saltwater:changed"));
    }
  }

  function opened(frame) {
    tries = 0;
    connection.textContent = lost ? say.sayBack : "";
    if (lost) {
      setTimeout(() => { connection.textContent = ""; }, 4000);
      document.dispatchEvent(new CustomEvent("saltwater:changed"));
    }
    lost = false;
    otherSaw(frame);
    for (const [key, message] of waiting) tell({ type: "send", key, text: message.text });
    seen();
  }

  function arrived(frame) {
    if (frame.number <= last) return;
    last = frame.number;
    if (frame.mine && waiting.has(frame.key)) return settle(frame);
    place(bubble(frame.text, frame.mine, frame.at, frame.number), frame);
    typing.textContent = "";
    seen();
  }

  function stored(frame) {
    if (frame.number === last + 1) last = frame.number;
    settle(frame);
  }

  function settle(frame) {
    const message = waiting.get(frame.key);
    if (!message) return;
    waiting.delete(frame.key);
    message.bubble.remove();
    if (!list.querySelector(`[data-number="${frame.number}"]`)) place(bubble(message.text, true, frame.at, frame.number), frame);
  }

  function refused(frame) {
    const message = waiting.get(frame.key);
    if (!message) return;
    if (frame.again) {
      note(message.bubble, say.sayAgain);
      setTimeout(() => { if (waiting.has(frame.key)) tell({ type: "send", key: frame.key, text: message.text }); }, 2000 + Math.random() * 2000);
      return;
    }
    waiting.delete(frame.key);
    note(message.bubble, frame.words);
    if (!field.value) field.value = message.text;
  }

  function otherTypes() {
    typing.textContent = say.sayTyping;
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => { typing.textContent = ""; }, 5000);
  }

  function otherSaw(frame) {
    delivered = Math.max(delivered, frame.delivered);
    read = Math.max(read, frame.read);
    stand();
  }

  function send(text) {
    const key = newKey();
    const waits = bubble(text, true, null, 0);
    waits.classList.add("waiting");
    waiting.set(key, { text, bubble: waits });
    list.append(waits);
    toEnd();
    stand();
    tell({ type: "send", key, text });
  }

  function tell(frame) {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
  }

  function seen() {
    clearTimeout(seenTimer);
    seenTimer = setTimeout(() => tell({ type: "seen", delivered: last, read: document.visibilityState === "visible" ? last : 0 }), 250);
  }

  function bubble(text, mine, at, number) {
    const item = document.createElement("li");
    item.className = mine ? "bubble mine" : "bubble";
    if (number) item.dataset.number = number;
    item.append(part("said-by", `${mine ? say.sayYou : say.sayOther}: `), part("said", text), part("meta", at ? clock.format(new Date(at)) : say.saySending));
    return item;
  }

  function part(name, text) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    return span;
  }

  function note(item, words) {
    item.querySelector(".problem")?.remove();
    item.append(part("problem", words));
  }

  function place(item, frame) {
    section.querySelector(".conversation-empty")?.remove();
    const stay = !isAtEnd();
    const firstWaiting = list.querySelector(".waiting");
    list.insertBefore(item, firstWaiting);
    if (item.classList.contains("mine")) lastMine = frame.number;
    if (!stay || item.classList.contains("mine")) toEnd();
    stand();
  }

  function stand() {
    const mineIsNewest = lastMine > 0 && lastMine === last && waiting.size === 0;
    standing.textContent = !mineIsNewest ? "" : read >= lastMine ? say.sayRead : delivered >= lastMine ? say.sayDelivered : say.saySent;
  }

  function isAtEnd() {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 120;
  }

  function toEnd() {
    scroll.scrollTop = scroll.scrollHeight;
    atEnd = true;
  }

  function newKey() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  if (form) {
    const enterSends = matchMedia("(pointer: fine)").matches;
    const hint = form.querySelector("[data-hint]");
    if (enterSends) hint.textContent = hint.dataset.hint;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = field.value;
      if (text.trim()) send(text);
      field.value = "";
      field.focus();
    });
    field.addEventListener("keydown", (event) => {
      if (enterSends && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        form.requestSubmit();
      }
    });
    field.addEventListener("input", () => {
      if (Date.now() - typedAt < 3000 || !field.value) return;
      typedAt = Date.now();
      tell({ type: "typing" });
    });
    addEventListener("beforeunload", (event) => { if (waiting.size > 0) event.preventDefault(); });
  }

  document.addEventListener("visibilitychange", seen);
  addEventListener("online", () => { if (socket.readyState !== WebSocket.OPEN) connect(); });
  // Says "here" so that both ends notice a connection that died without a word.
  setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    if (heard && Date.now() - heard > 40_000) {
      socket.onclose = null;
      socket.close();
      return closed({ code: 1006 });
    }
    tell({ type: "here" });
  }, 15_000);
}
