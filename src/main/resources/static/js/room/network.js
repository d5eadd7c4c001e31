// Whether a live connection and, where the practice has one, its relay can be reached from here.

const PATIENCE = 8_000;

// relay: RTCPeerConnection's settings as JSON, or "". Answers "good", "good-relay", or what is missing.
export async function reach(relay) {
  if (!("RTCPeerConnection" in window)) return "browser";
  if (!await inTime(socket())) return "socket";
  if (!relay) return "good";
  return await inTime(candidate(JSON.parse(relay))) ? "good-relay" : "relay";
}

function socket() {
  return new Promise((tell) => {
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const trial = new WebSocket(`${scheme}//${location.host}/live/check`);
    trial.onmessage = () => tell(true);
    trial.onclose = () => tell(false);
  });
}

async function candidate(settings) {
  const connection = new RTCPeerConnection(settings);
  const found = new Promise((tell) => {
    connection.onicecandidate = ({ candidate }) => tell(Boolean(candidate?.candidate.includes("typ relay")));
  });
  connection.createDataChannel("check");
  await connection.setLocalDescription();
  const reached = await inTime(found);
  connection.close();
  return reached;
}

function inTime(promise) {
  return Promise.race([promise, new Promise((tell) => { setTimeout(() => tell(false), PATIENCE); })]);
}
