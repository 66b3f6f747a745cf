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
