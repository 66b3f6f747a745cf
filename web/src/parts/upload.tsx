import { useState } from 'preact/hooks'
import { printPercent } from '../format.ts'
import { sendFile } from '../send-file.ts'
import { t } from '../texts.ts'
import { type Sending, UploadQueue } from '../upload-queue.ts'
import { instead } from '../use.ts'
import { SendOptions } from './send-options.tsx'

/** Files are dropped or chosen, several at once; each is shown with how far it is until it was sent. */
export function Upload({ onSent }: { onSent: () => void }) {
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const [sentName, setSentName] = useState('')
  const [isOver, setOver] = useState(false)
  const takeSent = (name: string) => {
    setSentName(name)
    onSent()
  }
  const [queue] = useState(() => new UploadQueue(sendFile, setSendings, takeSent))
  return (
    <section
      class={isOver ? 'drop over' : 'drop'}
      aria-label={t('upload')}
      onDragOver={instead(() => setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void queue.add(event.dataTransfer?.files ?? [])
      }}
    >
      <label>
        {t('uploadHint')}{' '}
        <input
          type="file"
          multiple
          accept="audio/*,video/mp4,video/webm"
          onChange={(event) => {
            void queue.add(event.currentTarget.files ?? [])
            // Or the same file could not be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <SendOptions />
      <ul>
        {sendings.map((sending) => (
          <SendingRow key={sending.id} {...{ sending, queue }} />
        ))}
      </ul>
      <p role="status">{sentName && t('sent', sentName)}</p>
    </section>
  )
}

function SendingRow({ sending, queue }: { sending: Sending; queue: UploadQueue }) {
  const { name, share, error, trouble } = sending
  return (
    <li>
      {name}{' '}
      {error ? (
        <>
          <span class="bad">{error}</span>{' '}
          <button type="button" onClick={() => queue.start(sending)}>
            {t('again')}
          </button>{' '}
        </>
      ) : (
        <>
          <progress value={share} aria-label={name}>
            {printPercent(share)}
          </progress>{' '}
          {trouble && <span role="status">{trouble}</span>}{' '}
        </>
      )}
      <button type="button" onClick={() => queue.discard(sending)}>
        {t('discard')}
      </button>
    </li>
  )
}
