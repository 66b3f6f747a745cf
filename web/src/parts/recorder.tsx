import { useEffect, useRef, useState } from 'preact/hooks'
import { printTime } from '../format.ts'
import { followLevel } from '../microphone.ts'
import { t } from '../texts.ts'
import { useRecorder } from '../use-recorder.ts'
import { GrowingTranscript } from './growing-transcript.tsx'
import { Message } from './message.tsx'

/**
 * The microphone: what it hears is sent segment by segment while it records, and the transcript grows below. It goes on
 * over all pages, though it is offered only where `isOffered`. What a closed window left behind is offered everywhere.
 */
export function Recorder({ isOffered, onSent }: { isOffered: boolean; onSent: () => void }) {
  const { message, recorder, state, recording, sent, keptSeconds } = useRecorder(onSent)
  const isKept = state === 'idle' && keptSeconds !== undefined
  if (!isOffered && state === 'idle' && !isKept && !message) return null
  return (
    <section aria-label={t('record')} class="recorder">
      <div class="tools">
        {state === 'idle' && !isKept && (
          <button type="button" class="main" onClick={() => recorder.record()}>
            {t('record')}
          </button>
        )}
        {isKept && (
          <>
            {t('kept', printTime(keptSeconds * 1000))}
            <button type="button" onClick={() => recorder.sendKept()}>
              {t('send')}
            </button>
            <button type="button" onClick={() => recorder.discard()}>
              {t('discard')}
            </button>
          </>
        )}
        {recording && (state === 'recording' || state === 'paused') && (
          <>
            <button type="button" onClick={() => (state === 'paused' ? recorder.goOn() : recorder.pause())}>
              {t(state === 'paused' ? 'goOn' : 'pause')}
            </button>
            <button type="button" class="main" onClick={() => recorder.stop()}>
              {t('stopAndSend')}
            </button>
            <Clock isRunning={state === 'recording'} />
            <LevelMeter stream={recording.stream} />
          </>
        )}
        {state === 'sending' && <span role="status">{t('sending')} …</span>}
      </div>
      <Message message={message} />
      {state !== 'idle' && sent && <GrowingTranscript {...sent} />}
    </section>
  )
}

function Clock({ isRunning }: { isRunning: boolean }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => setSeconds((value) => value + 1), 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return <time>{printTime(seconds * 1000)}</time>
}

function LevelMeter({ stream }: { stream: MediaStream }) {
  const meter = useRef<HTMLMeterElement>(null)
  useEffect(
    () =>
      followLevel(stream, (level) => {
        if (meter.current) meter.current.value = level
      }),
    [stream],
  )
  return <meter ref={meter} min={0} max={1} aria-label={t('level')} />
}
