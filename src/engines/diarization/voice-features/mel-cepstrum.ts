import FFT from 'fft.js'
import { SAMPLE_RATE } from '../../../domain/audio.ts'

/** 32 ms, every 20 ms. */
export const WINDOW_SAMPLES = 512
export const HOP_SAMPLES = 320
export const COEFFICIENTS = 16

const BANDS = 26
const LOWEST_HERTZ = 100
const HIGHEST_HERTZ = 7000
const EMPHASIS = 0.97

const toMel = (hertz: number) => 1127 * Math.log(1 + hertz / 700)
const toHertz = (mel: number) => 700 * (Math.exp(mel / 1127) - 1)

/** A band of the mel scale: its first line of the spectrum, and the weight of each from there on. */
interface Band {
  first: number
  weights: Float64Array
}

const HAMMING = Float64Array.from(
  { length: WINDOW_SAMPLES },
  (_, at) => 0.54 - 0.46 * Math.cos((2 * Math.PI * at) / (WINDOW_SAMPLES - 1)),
)
const BANDS_OF_MEL = Array.from({ length: BANDS }, (_, band) => bandOf(band))
const COSINES = Array.from({ length: COEFFICIENTS }, (_, at) =>
  Float64Array.from(
    { length: BANDS },
    (_, band) => (Math.cos((Math.PI * (at + 1) * (band + 0.5)) / BANDS) * 2) / BANDS,
  ),
)

function bandOf(band: number): Band {
  const [lowest, highest] = [toMel(LOWEST_HERTZ), toMel(HIGHEST_HERTZ)]
  const lineAt = (edge: number) =>
    (toHertz(lowest + ((highest - lowest) * edge) / (BANDS + 1)) * WINDOW_SAMPLES) / SAMPLE_RATE
  const [low, middle, high] = [lineAt(band), lineAt(band + 1), lineAt(band + 2)]
  const first = Math.ceil(low)
  const weights = Float64Array.from({ length: Math.ceil(high) - first }, (_, at) => {
    const line = first + at
    return line < middle ? (line - low) / (middle - low) : (high - line) / (high - middle)
  })
  return { first, weights }
}

/**
 * Mel-frequency cepstral coefficients (Davis & Mermelstein 1980), 1 to 16, of a window of samples, written to `out` from
 * `at` on. Answers the window's loudness: the mean logarithm of its bands' energy.
 */
export function openCepstrum(): (samples: Int16Array, out: Float32Array, at: number) => number {
  const transform = new FFT(WINDOW_SAMPLES)
  const spectrum = transform.createComplexArray()
  const windowed = new Float64Array(WINDOW_SAMPLES)
  const energies = new Float64Array(BANDS)
  return (samples, out, at) => {
    let before = 0
    for (let index = 0; index < WINDOW_SAMPLES; index++) {
      const sample = samples[index] ?? 0
      windowed[index] = (sample - EMPHASIS * before) * (HAMMING[index] as number)
      before = sample
    }
    transform.realTransform(spectrum, windowed)
    for (const [band, { first, weights }] of BANDS_OF_MEL.entries()) {
      energies[band] = Math.log(1 + energyOf(spectrum, first, weights))
    }
    for (const [index, cosines] of COSINES.entries()) out[at + index] = dot(cosines, energies)
    return energies.reduce((sum, energy) => sum + energy, 0) / BANDS
  }
}

function energyOf(spectrum: readonly number[], first: number, weights: Float64Array): number {
  let energy = 0
  for (let index = 0; index < weights.length; index++) {
    const [real, imaginary] = [spectrum[2 * (first + index)] ?? 0, spectrum[2 * (first + index) + 1] ?? 0]
    energy += (weights[index] as number) * (real * real + imaginary * imaginary)
  }
  return energy
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0
  for (let index = 0; index < left.length; index++) sum += (left[index] as number) * (right[index] as number)
  return sum
}
