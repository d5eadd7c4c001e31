// Being told on this device: the browser asks its push service for an address, the form sends it to us.
// Where the browser can't, nothing shows.

const place = document.getElementById("push");
const able = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

function bytes(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (each) => each.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

if (place && able) {
  place.hidden = false;
  const form = place.querySelector("form");
  const problem = place.querySelector("[role=alert]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    problem.hidden = true;
    try {
      if (await Notification.requestPermission() !== "granted") throw new Error("not granted");
      const worker = await navigator.serviceWorker.register(place.dataset.worker, { scope: "/js/" });
      // One made for a key that the practice has no more would stand in the way of a new one.
      const before = await worker.pushManager.getSubscription();
      const madeFor = before?.options?.applicationServerKey;
      if (before && (!madeFor || text(madeFor) !== place.dataset.key)) await before.unsubscribe();
      const subscription = await worker.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: bytes(place.dataset.key),
      });
      form.elements.endpoint.value = subscription.endpoint;
      form.elements.p256dh.value = text(subscription.getKey("p256dh"));
      form.elements.auth.value = text(subscription.getKey("auth"));
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
}
