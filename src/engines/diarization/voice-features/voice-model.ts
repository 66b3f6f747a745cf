import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { COEFFICIENTS } from './mel-cepstrum.ts'
import type { VoiceFrames } from './voice-frames.ts'

/** How well a frame fits a voice: a natural logarithm of its density. */
export type VoiceModel = (frame: number) => number

/** Added to every variance, so that a voice of few frames still has a shape. */
const LEAST_VARIANCE = 1e-3
/** No single frame speaks more against a voice. */
const LEAST_FIT = -60

/** One normal distribution with all covariances, of some frames (as in Chen & Gopalakrishnan 1998). */
export function modelVoice({ cepstra }: VoiceFrames, frames: readonly number[]): VoiceModel {
  const mean = new Float64Array(COEFFICIENTS)
  for (const frame of frames) {
    for (let at = 0; at < COEFFICIENTS; at++) {
      mean[at] = (mean[at] as number) + (cepstra[frame * COEFFICIENTS + at] as number) / frames.length
    }
  }
  const cholesky = new CholeskyDecomposition(covarianceOf(cepstra, frames, mean))
  const lower = cholesky.lowerTriangularMatrix
  const logDeterminant = 2 * lower.diagonal().reduce((sum, value) => sum + Math.log(value), 0)
  const inverse = Float64Array.from(cholesky.solve(Matrix.eye(COEFFICIENTS)).to1DArray())
  const constant = logDeterminant + COEFFICIENTS * Math.log(2 * Math.PI)
  const distance = new Float64Array(COEFFICIENTS)
  return (frame) => {
    for (let at = 0; at < COEFFICIENTS; at++) {
      distance[at] = (cepstra[frame * COEFFICIENTS + at] as number) - (mean[at] as number)
    }
    return Math.max(LEAST_FIT, -0.5 * (quadratic(inverse, distance) + constant))
  }
}

function covarianceOf(cepstra: Float32Array, frames: readonly number[], mean: Float64Array): Matrix {
  const covariance = Matrix.zeros(COEFFICIENTS, COEFFICIENTS)
  for (const frame of frames) {
    for (let row = 0; row < COEFFICIENTS; row++) {
      const off = (cepstra[frame * COEFFICIENTS + row] as number) - (mean[row] as number)
      for (let column = 0; column <= row; column++) {
        const other = (cepstra[frame * COEFFICIENTS + column] as number) - (mean[column] as number)
        covariance.set(row, column, covariance.get(row, column) + (off * other) / frames.length)
      }
    }
  }
  for (let row = 0; row < COEFFICIENTS; row++) {
    covariance.set(row, row, covariance.get(row, row) + LEAST_VARIANCE)
    for (let column = row + 1; column < COEFFICIENTS; column++) covariance.set(row, column, covariance.get(column, row))
  }
  return covariance
}

function quadratic(matrix: Float64Array, vector: Float64Array): number {
  let sum = 0
  for (let row = 0; row < vector.length; row++) {
    let inner = 0
    for (let column = 0; column < vector.length; column++) {
      inner += (matrix[row * vector.length + column] as number) * (vector[column] as number)
    }
    sum += inner * (vector[row] as number)
  }
  return sum
}
