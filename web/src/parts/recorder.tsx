import { useEffect, useRef, useState } from 'preact/hooks'
import { printTime } from '../format.ts'
import { forget, keepChunk, readKept } from '../kept-recording.ts'
import { t } from '../texts.ts'
import { messageOf, useAttempt } from '../use.ts'
import { Message } from './message.tsx'
import { sendFile } from './upload.tsx'

const CHUNK_MS = 1000

/**
 * The microphone. Every second is kept in the browser as it comes, so that a closed lid or a lost connection loses
 * nothing: what was not sent is offered again the next time.
 */
export function Recorder({ onSent }: { onSent: () => void }) {
  const { message, attempt } = useAttempt()
  const [recorder, setRecorder] = useState<MediaRecorder>()
  const [state, setState] = useState<'idle' | 'recording' | 'paused'>('idle')
  const [seconds, setSeconds] = useState(0)
  const [keptSeconds, setKeptSeconds] = useState(0)
  const meter = useRef<HTMLMeterElement>(null)
  useEffect(() => void readKept().then((kept) => setKeptSeconds(kept.length)), [])
  useEffect(() => {
    if (state !== 'recording') return
    const timer = setInterval(() => setSeconds((value) => value + 1), 1000)
    return () => clearInterval(timer)
  }, [state])

  const start = () =>
    attempt(async () => {
      const stream = await openMicrophone()
      const next = new MediaRecorder(stream)
      const stopMeter = showLevel(stream, meter)
      const writing: Promise<void>[] = []
      next.ondataavailable = ({ data }) => void writing.push(keepChunk(writing.length, data))
      next.onstop = async () => {
        stopMeter()
        for (const track of stream.getTracks()) track.stop()
        setState('idle')
        await Promise.all(writing)
        await sendKept()
      }
      await forget()
      setSeconds(0)
      next.start(CHUNK_MS)
      setRecorder(next)
      setState('recording')
    })
  const pause = () => {
    if (state === 'recording') recorder?.pause()
    else recorder?.resume()
    setState(state === 'recording' ? 'paused' : 'recording')
  }
  const sendKept = () =>
    attempt(async () => {
      const chunks = await readKept()
      setKeptSeconds(chunks.length)
      await sendFile(new Blob(chunks, { type: chunks[0]?.type ?? '' }), 'recording.webm', () => {})
      await forget()
      setKeptSeconds(0)
      onSent()
    })
  const discard = () =>
    attempt(async () => {
      await forget()
      setKeptSeconds(0)
    })

  return (
    <section aria-label={t('record')} class="recorder">
      {state === 'idle' ? (
        <button type="button" class="main" onClick={start} disabled={keptSeconds > 0}>
          {t('record')}
        </button>
      ) : (
        <>
          <button type="button" onClick={pause}>
            {t(state === 'paused' ? 'goOn' : 'pause')}
          </button>{' '}
          <button type="button" class="main" onClick={() => recorder?.stop()}>
            {t('stopAndSend')}
          </button>{' '}
          <time>{printTime(seconds * 1000)}</time> <meter ref={meter} min={0} max={1} aria-label={t('level')} />
        </>
      )}
      {state === 'idle' && keptSeconds > 0 && (
        <p>
          {t('kept', printTime(keptSeconds * 1000))}{' '}
          <button type="button" onClick={sendKept}>
            {t('send')}
          </button>{' '}
          <button type="button" onClick={discard}>
            {t('discard')}
          </button>
        </p>
      )}
      <Message message={message} />
    </section>
  )
}

async function openMicrophone(): Promise<MediaStream> {
  if (!navigator.mediaDevices) throw new Error(t('noMicrophone'))
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError') throw new Error(t('microphoneRefused'))
    if (name === 'NotFoundError') throw new Error(t('noMicrophone'))
    throw new Error(messageOf(error))
  }
}

/** Moves the meter with the loudness; answers how to stop it. */
function showLevel(stream: MediaStream, meter: { current: HTMLMeterElement | null }): () => void {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    if (meter.current) meter.current.value = Math.max(...samples.map(Math.abs))
  }, 100)
  return () => {
    clearInterval(timer)
    void context.close()
  }
}
