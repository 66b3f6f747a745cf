import { useRef, useState } from 'preact/hooks'
import { askJson, type ServerEvent, watch } from './api.ts'
import { type LiveText, NOTHING_SAID, takeEvent } from './live-text.ts'
import type { Consultation, RequestState } from './types.ts'
import { readWishes } from './wishes.ts'

const AGAIN_MS = 1000
const ENDED = ['succeeded', 'failed']
const STATES = ['progress', ...ENDED]

/** How a consultation stands, and what is told of it until it is finished. `isRecorded` while this window records it. */
export function useFollowed(path: string, isRecorded: boolean) {
  const [consultation, setConsultation] = useState<Consultation>()
  const [state, setState] = useState<RequestState>()
  const [live, setLive] = useState<LiveText>()
  const goesOn = useRef(isRecorded)
  goesOn.current = isRecorded

  /** Whether the request has ended. */
  const take = (event: ServerEvent) => {
    setLive((text = NOTHING_SAID) => takeEvent(text, event))
    if (STATES.includes(event.name)) setState(event.data as RequestState)
    return ENDED.includes(event.name)
  }

  /** Until nothing more is to come: in segments, each is a request of its own. */
  async function follow(signal: AbortSignal): Promise<void> {
    for (;;) {
      const found = await askJson<Consultation>(path)
      setConsultation(found)
      setState(found.request)
      if (found.request?.status === 'ongoing') {
        await watch(`${path}/events?live=true&documents=${draftedKind()}`, take, signal)
      }
      if (signal.aborted || !goesOn.current) return
      await new Promise((next) => setTimeout(next, AGAIN_MS))
    }
  }
  return { consultation, setConsultation, state, live, follow, forget: () => setLive(undefined) }
}

/** The first that is asked for; templates are written in the end alone. */
const draftedKind = () =>
  readWishes()
    .documents.split(',')
    .find((kind) => !kind.includes(':')) ?? ''
