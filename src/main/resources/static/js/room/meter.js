// How loud a stream is: calls back about 20 times a second with 0 to 1, until stopped.

// From then on a browser that has not begun to listen is taken not to: such as one without any way to make sound.
const PATIENCE = 2000;

// unable: called once if this browser does not measure; that says nothing about the microphone.
export function listen(stream, tell, unable = () => {}) {
  let context;
  try {
    context = new AudioContext();
  } catch {
    unable();
    return () => {};
  }
  const late = setTimeout(() => {
    if (context.state !== "running") unable();
  }, PATIENCE);
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    if (context.state !== "running") return;
    analyser.getFloatTimeDomainData(samples);
    const loudness = Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
    // Ears hear in decibels: -60 dB is silence, -10 dB is loud speech.
    tell(loudness === 0 ? 0 : Math.min(1, Math.max(0, (20 * Math.log10(loudness) + 60) / 50)));
  }, 50);
  return () => {
    clearTimeout(late);
    clearInterval(timer);
    context.close();
  };
}
