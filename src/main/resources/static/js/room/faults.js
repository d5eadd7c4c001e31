// Why a camera or a microphone did not open, and what helps in this browser.

import { say } from "./words.js";

export function browser() {
  const agent = navigator.userAgent;
  if (/Edg(e|A|iOS)?\//.test(agent)) return "edge";
  if (/Firefox|FxiOS/.test(agent)) return "firefox";
  if (/Chrome|Chromium|CriOS/.test(agent)) return "chrome";
  return /Safari/.test(agent) ? "safari" : "other";
}

// what: "camera" or "microphone". Answers { fault, fix } in words.
export function explain(error, what) {
  const why = reason(error);
  const fix = why === "denied" ? `fix.denied.${browser()}` : why === "insecure" || why === "dismissed" ? `fix.${why}` : `fix.${why}.${what}`;
  return { why, fault: say(why === "insecure" ? "fault.insecure" : `fault.${why === "dismissed" ? "denied" : why}.${what}`), fix: say(fix) };
}

function reason(error) {
  if (!window.isSecureContext || !navigator.mediaDevices) return "insecure";
  switch (error?.name) {
    case "NotAllowedError":
    case "SecurityError":
      return /dismissed/i.test(error.message) ? "dismissed" : "denied";
    case "NotFoundError":
    case "OverconstrainedError":
    case "DevicesNotFoundError":
      return "none";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "failed";
  }
}
