// How loud a stream is: calls back about 20 times a second with 0 to 1, until stopped.

export function listen(stream, tell) {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudness = Math.sqrt(samples.reduce((sum, each) => sum + each * each, 0) / samples.length);
    // Ears hear in decibels: -60 dB is silence, -10 dB is loud speech.
    tell(loudness === 0 ? 0 : Math.min(1, Math.max(0, (20 * Math.log10(loudness) + 60) / 50)));
  }, 50);
  return () => {
    clearInterval(timer);
    context.close();
  };
}
