// The recording's sound as a microphone gives it, at a rate.
import { spawn } from 'node:child_process'

export async function readSound(rate) {
  const words = ['-v', 'error', '-i', process.env.OSLER_RECORDING, '-f', 's16le', '-ac', '1', '-ar', String(rate), '-']
  const child = spawn('ffmpeg', words, { stdio: ['ignore', 'pipe', 'inherit'] })
  return Buffer.concat(await child.stdout.toArray())
}

/** Pieces of 100 ms, each when it has been said; `speed` times as fast. */
export async function* speak(sound, rate, speed = 2) {
  const bytes = rate / 5
  for (let at = 0; at < sound.length; at += bytes) {
    yield sound.subarray(at, at + bytes)
    await new Promise((next) => setTimeout(next, 100 / speed))
  }
}

const QUIET_MS = 3000
const PATIENCE_MS = 60_000

/** Resolves when nothing more was told for a while, and all is that has to be; a machine that does other things besides takes longer. */
export async function waitForQuiet(countTold, isWhole = () => true) {
  const lastMs = Date.now() + PATIENCE_MS
  for (let told = -1; told !== countTold() || !isWhole(); ) {
    if (Date.now() > lastMs) return
    told = countTold()
    await new Promise((next) => setTimeout(next, QUIET_MS))
  }
}
