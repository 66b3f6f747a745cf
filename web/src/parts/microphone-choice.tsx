import { useEffect, useState } from 'preact/hooks'
import { openMicrophone } from '../microphone.ts'
import { keepMicrophone, listMicrophones, readMicrophone } from '../microphones.ts'
import { t } from '../texts.ts'
import { useAttempt } from '../use.ts'
import { LevelMeter } from './level-meter.tsx'
import { Message } from './message.tsx'

/** Which microphone is used, and whether it hears anything. */
export function MicrophoneChoice() {
  const { message, attempt } = useAttempt()
  const [microphones, setMicrophones] = useState<{ id: string; name: string }[]>([])
  const [chosen, setChosen] = useState(readMicrophone)
  const [stream, setStream] = useState<MediaStream>()
  useEffect(() => void listMicrophones().then(setMicrophones, () => {}), [stream])
  useEffect(() => () => stop(stream), [stream])
  const test = () => attempt(async () => setStream(await openMicrophone()))
  const choose = (id: string) => {
    keepMicrophone(id)
    setChosen(id)
    if (stream) void test()
  }
  return (
    <div class="tools">
      <label>
        {t('microphone')}{' '}
        <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
          <option value="">{t('microphoneUsual')}</option>
          {microphones.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => (stream ? setStream(undefined) : test())}>
        {t(stream ? 'stopTest' : 'microphoneTest')}
      </button>
      {stream && <LevelMeter stream={stream} />}
      <Message message={message} />
    </div>
  )
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
