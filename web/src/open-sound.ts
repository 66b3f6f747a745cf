import { ask } from './api.ts'
import { session } from './session.ts'

/** A recording to be played: what is to happen with it waits for `ready`. */
export interface Sound {
  media: HTMLAudioElement
  /** Rejects with what was wrong. */
  ready: Promise<void>
  close: () => void
}

/**
 * The sound of a consultation. Of an account the browser fetches what it plays, so that an hour begins at once; a key it
 * cannot send by itself, so that the whole is fetched first.
 */
export function openSound(consultation: string): Sound {
  const path = `/api/consultations/${consultation}/audio`
  const media = new Audio()
  if (session.account()) {
    media.src = path
    return { media, ready: Promise.resolve(), close: () => media.removeAttribute('src') }
  }
  const stop = new AbortController()
  const fetched = ask(path, { signal: stop.signal }).then((response) => response.blob())
  const ready = fetched.then((sound) => {
    media.src = URL.createObjectURL(sound)
  })
  // It is told to who waits for it.
  ready.catch(() => {})
  const close = () => {
    stop.abort()
    URL.revokeObjectURL(media.src)
  }
  return { media, ready, close }
}
