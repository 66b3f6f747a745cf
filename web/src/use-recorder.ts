import { useEffect, useState } from 'preact/hooks'
import { keepAwake } from './keep-awake.ts'
import { alone, keptInBrowser } from './kept-recording.ts'
import { openMicrophone, Recording } from './microphone.ts'
import { Recorder, type RecorderView } from './recorder.ts'
import { sendRecording } from './send-recording.ts'
import { t } from './texts.ts'
import { useAttempt } from './use.ts'

const page = {
  read: () => location.hash,
  open(hash: string) {
    location.hash = hash
  },
}

/** The recorder of this page, and what is to be seen of it; `onSent` is told when the server has more of a recording. */
export function useRecorder(onSent: () => void) {
  const { message, say, attempt } = useAttempt()
  const [view, setView] = useState<RecorderView>({ state: 'idle' })
  const [recorder] = useState(
    () =>
      new Recorder({
        kept: keptInBrowser,
        record: async () => new Recording(await openMicrophone(), keptInBrowser),
        send: sendRecording,
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
