import { useState } from 'preact/hooks'
import type { Visit } from '../../../src/domain/visit.ts'
import { printPercent } from '../format.ts'
import { sendFile } from '../send-file.ts'
import { t } from '../texts.ts'
import { type Sending, UploadQueue } from '../upload-queue.ts'
import { instead } from '../use.ts'

interface Props {
  /** Whose a file is that comes alone; of several nobody knows. */
  visit: Visit
  /** It has gone with a file. */
  onTaken: () => void
  onSent: () => void
}

/** Files are dropped or chosen, several at once; each is shown with how far it is until it was sent. */
export function Upload({ visit, onTaken, onSent }: Props) {
  const [sendings, setSendings] = useState<readonly Sending[]>([])
  const [sentName, setSentName] = useState('')
  const [isOver, setOver] = useState(false)
  const takeSent = (name: string) => {
    setSentName(name)
    onSent()
  }
  const add = (files: FileList | null | undefined) => {
    const all = [...(files ?? [])]
    void queue.add(all, all.length === 1 ? visit : {})
    if (all.length === 1) onTaken()
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
        add(event.dataTransfer?.files)
      }}
    >
      <label>
        <span>{t('uploadHint')}</span>
        <input
          type="file"
          class="hidden"
          multiple
          accept="audio/*,video/mp4,video/webm"
          onChange={(event) => {
            add(event.currentTarget.files)
            // Or the same file could not be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
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
