/** Samples of 16 kHz that are averaged into one: pitch needs no more than 4 kHz. */
const DECIMATION = 4
const SHORTEST_LAG = 10
const LONGEST_LAG = 57
/** How strongly a frame must repeat itself, and how far that must stand out, to count as a voice's pitch. */
const LEAST_CORRELATION = 0.6
const LEAST_PROMINENCE = 0.5

/**
 * The pitch period of a frame in samples of 4 kHz (10…57: 400…70 Hz), or 0 when nothing in it repeats. Normalised
 * autocorrelation as in Rabiner, "On the use of autocorrelation analysis for pitch detection" (1977); the peak must
 * rise out of a dip, which tells a voice from rumbling noise.
 */
export function pitchPeriod(frame: Int16Array): number {
  const samples = decimate(frame)
  let dip = 1
  let best = 0
  let bestLag = 0
  for (let lag = 3; lag <= LONGEST_LAG; lag++) {
    const correlation = correlate(samples, lag)
    if (lag < SHORTEST_LAG || correlation < dip) dip = Math.min(dip, correlation)
    else if (correlation > best && correlation - dip > LEAST_PROMINENCE) [best, bestLag] = [correlation, lag]
  }
  return best >= LEAST_CORRELATION ? bestLag : 0
}

function decimate(frame: Int16Array): Float32Array {
  const samples = new Float32Array(Math.floor(frame.length / DECIMATION))
  let mean = 0
  for (let index = 0; index < samples.length; index++) {
    let sum = 0
    for (let step = 0; step < DECIMATION; step++) sum += frame[index * DECIMATION + step] ?? 0
    samples[index] = sum
    mean += sum / samples.length
  }
  return samples.map((sample) => sample - mean)
}

function correlate(samples: Float32Array, lag: number): number {
  let product = 0
  let early = 0
  let late = 0
  for (let index = lag; index < samples.length; index++) {
    const a = samples[index - lag] ?? 0
    const b = samples[index] ?? 0
    product += a * b
    early += a * a
    late += b * b
  }
  return product / (Math.sqrt(early * late) || 1)
}
