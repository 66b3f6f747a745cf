import { useEffect, useState } from 'preact/hooks'
import { printTime } from '../format.ts'
import { t } from '../texts.ts'
import type { useRecorder } from '../use-recorder.ts'
import { LevelMeter } from './level-meter.tsx'
import { Message } from './message.tsx'

/**
 * The recording that goes on, on every page, and how much of it is saved and heard. What a closed window left behind is
 * offered.
 */
export function LiveBar({ message, recorder, state, take, way, sent, kept }: ReturnType<typeof useRecorder>) {
  const isKept = state === 'idle' && kept !== undefined
  const isOn = state === 'recording' || state === 'paused'
  if (state === 'idle' && !isKept) return <Message message={message} />
  return (
    <section aria-label={t('recording')} class={`card live ${state}`}>
      <div class="tools">
        {isKept && (
          <>
            {t(kept.way === 'live' ? 'keptLive' : 'kept', printTime(kept.seconds * 1000))}
            {kept.way === 'live' && (
              <button type="button" onClick={() => recorder.goOnKept()}>
                {t('goOn')}
              </button>
            )}
            <button type="button" class="main" onClick={() => recorder.sendKept()}>
              {t('send')}
            </button>
            <button type="button" onClick={() => recorder.discard()}>
              {t('discard')}
            </button>
          </>
        )}
        {take && isOn && (
          <>
            <span class="dot" aria-hidden="true" />
            <span>{t(state === 'paused' ? 'paused' : 'recordingNow')}</span>
            <Clock isRunning={state === 'recording'} />
            {state === 'recording' && <LevelMeter stream={take.stream} />}
            <button
              type="button"
              class={state === 'paused' ? 'main' : ''}
              onClick={() => (state === 'paused' ? recorder.goOn() : recorder.pause())}
            >
              {t(state === 'paused' ? 'resume' : 'pause')}
            </button>
            <button type="button" class={state === 'paused' ? '' : 'main'} onClick={() => recorder.stop()}>
              {t('stopAndSend')}
            </button>
          </>
        )}
        {state === 'sending' && <span role="status">{t('sending')} …</span>}
        {state !== 'idle' && <Reached way={way} sent={sent} />}
      </div>
      <Message message={message} />
    </section>
  )
}

function Reached({ way, sent }: Pick<ReturnType<typeof useRecorder>, 'way' | 'sent'>) {
  if (way === 'later') return <span class="small quiet">{t('heardLater')}</span>
  if (sent?.savedMs === undefined) return null
  const [saved, heard] = [printTime(sent.savedMs), printTime(sent.heardMs ?? 0)]
  return <span class="small quiet">{t('savedAndHeard', saved, heard)}</span>
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
