import type { Sound } from './open-sound.ts'

/** A part of a recording, in its own milliseconds. */
export interface Part {
  startMs: number
  endMs: number
}

/** What the page may do with the sound. */
export interface Player {
  toggle(): void
  isPlaying(): boolean
  play(startMs: number, endMs: number): void
  seek(ms: number): void
  /** Colours these parts of the waveform, and no others. */
  light(parts: readonly Part[]): void
}

/** What is pressed before the sound is there is done when it is. */
export function controlSound({ media, ready }: Sound, light: Player['light']): Player {
  let endMs = Number.POSITIVE_INFINITY
  media.addEventListener('timeupdate', () => {
    if (media.currentTime * 1000 < endMs) return
    media.pause()
    endMs = Number.POSITIVE_INFINITY
  })
  // What is wrong with the sound is told where it is opened.
  const start = () => void ready.then(() => media.play()).catch(() => {})
  return {
    light,
    isPlaying: () => !media.paused,
    toggle: () => (media.paused ? start() : media.pause()),
    seek(ms) {
      media.currentTime = ms / 1000
    },
    play(startMs, end) {
      endMs = end
      void ready.then(
        () => {
          media.currentTime = startMs / 1000
          start()
        },
        () => {},
      )
    },
  }
}
