import { useEffect, useState } from 'preact/hooks'
import { ApiError } from './api.ts'
import { keepAwake } from './keep-awake.ts'
import { alone } from './kept-recording.ts'
import { recordLater } from './record-later.ts'
import { recordLive } from './record-live.ts'
import { Recorder, type RecorderView, type Way } from './recorder.ts'
import { checkPlace } from './send-live.ts'
import { t } from './texts.ts'
import { useAttempt } from './use.ts'
import { readWishes } from './wishes.ts'

const page = {
  read: () => location.hash,
  open(hash: string) {
    location.hash = hash
  },
}

/** Where as many speak as the server hears at once, the recording is heard later. */
async function choose(): Promise<Way> {
  if (!readWishes().isLive) return recordLater
  try {
    await checkPlace()
  } catch (error) {
    if (error instanceof ApiError && error.code === 'streams_full') return recordLater
    if (!(error instanceof ApiError && error.isPassing)) throw error
  }
  return recordLive
}

/** The recorder of this page, and what is to be seen of it; `onSent` is told when the server has more of a recording. */
export function useRecorder(onSent: () => void) {
  const { message, say, attempt } = useAttempt()
  const [view, setView] = useState<RecorderView>({ state: 'idle' })
  const [recorder] = useState(
    () =>
      new Recorder({
        ways: [recordLive, recordLater],
        choose,
        onView: setView,
        alone,
        attempt,
        say,
        page,
        onSent,
      }),
  )
  useEffect(() => void alone(() => recorder.readKept()).catch(() => {}), [])
  useEffect(() => () => recorder.leave(), [])
  const isOn = view.state === 'recording' || view.state === 'paused'
  useEffect(() => (isOn ? keepAwake() : undefined), [isOn])
  useEffect(() => {
    document.title = isOn ? `● ${t('recording')} – Osler` : 'Osler'
  }, [isOn])
  useEffect(() => {
    if (view.state === 'idle') return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [view.state])
  return { message, recorder, ...view }
}
