import { useEffect, useRef, useState } from 'preact/hooks'
import { alone, countKeptSeconds, forgetAll, type Series } from './kept-recording.ts'
import { openMicrophone, Recording } from './microphone.ts'
import { sendRecording } from './send-recording.ts'
import { t } from './texts.ts'
import { useAttempt } from './use.ts'

export type RecorderState = 'idle' | 'recording' | 'paused' | 'sending'

/** What of a recording has reached the server. */
export interface Sent {
  consultationId: string
  segments: number
}

const always = () => true
const ALL = () => Number.POSITIVE_INFINITY

/** What the recorder does and what may be asked of it; `onSent` is told when the server has more of a recording. */
export function useRecorder(onSent: () => void) {
  const { message, say, attempt } = useAttempt()
  const [state, setState] = useState<RecorderState>('idle')
  const [recording, setRecording] = useState<Recording>()
  const [sent, setSent] = useState<Sent>()
  const [keptSeconds, setKeptSeconds] = useState<number>()
  /** The page on which the person asked for the result. */
  const askedOn = useRef<string | undefined>(undefined)

  const readKept = async () => setKeptSeconds(await countKeptSeconds())
  useEffect(() => void alone(readKept).catch(() => {}), [])
  useEffect(() => () => recording?.stop(), [recording])
  useEffect(() => {
    if (state === 'idle') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [state])

  /** Alone in this browser; whatever comes in between, what is left is offered. */
  const run = (action: () => Promise<unknown>) =>
    attempt(() => alone(() => action().finally(readKept))).finally(() => setState('idle'))

  async function send(countWhole: () => number, isOver: () => boolean): Promise<void> {
    setSent(undefined)
    const takeSent = ({ consultationId }: Series) => {
      setSent((before) => ({ consultationId, segments: (before?.segments ?? 0) + 1 }))
      onSent()
    }
    const onTrouble = (sentence: string) => say(sentence && t('triedAgain', sentence))
    const series = await sendRecording(countWhole, isOver, takeSent, onTrouble)
    onSent()
    // Not for whoever went elsewhere meanwhile.
    if (series && askedOn.current === location.hash) location.hash = `#/consultations/${series.consultationId}`
  }

  return {
    ...{ message, state, recording, sent, keptSeconds },
    record: () =>
      run(async () => {
        // A window that was closed since this page came has left something: it is offered first.
        if ((await countKeptSeconds()) !== undefined) return
        askedOn.current = undefined
        const next = new Recording(await openMicrophone())
        setRecording(next)
        setState('recording')
        const ended = next.ended.finally(() => setState('sending'))
        // What hinders the sending does not end the recording.
        const sending = attempt(() =>
          send(
            () => next.wholeSegments,
            () => next.isOver,
          ),
        )
        await Promise.all([ended, sending])
      }),
    pause() {
      recording?.pause()
      setState('paused')
    },
    goOn() {
      recording?.resume()
      setState('recording')
    },
    stop() {
      askedOn.current = location.hash
      recording?.stop()
    },
    sendKept: () =>
      run(async () => {
        askedOn.current = location.hash
        setState('sending')
        await send(ALL, always)
      }),
    discard: () => run(forgetAll),
  }
}
