import { useState } from 'preact/hooks'
import { printPercent } from '../format.ts'
import { sendFile } from '../send-file.ts'
import { t } from '../texts.ts'
import { instead } from '../use.ts'
import { SendOptions } from './send-options.tsx'

interface Sending {
  id: number
  name: string
  file: File
  share: number
  stop: AbortController
  /** What holds it up; it goes on by itself. */
  trouble?: string
  /** What went wrong: it can be sent again. */
  error?: string
}

let count = 0

/** Files are dropped or chosen, several at once, and sent one after the other; what is refused stays and can be sent again. */
export function Upload({ onSent }: { onSent: () => void }) {
  const [sendings, setSendings] = useState<Sending[]>([])
  const [sentName, setSentName] = useState('')
  const [isOver, setOver] = useState(false)
  const change = (id: number, changes: Partial<Sending>) =>
    setSendings((all) => all.map((sending) => (sending.id === id ? { ...sending, ...changes } : sending)))
  const remove = (id: number) => setSendings((all) => all.filter((sending) => sending.id !== id))

  const discard = (sending: Sending) => {
    sending.stop.abort()
    remove(sending.id)
  }

  async function start(sending: Sending) {
    change(sending.id, { error: '' })
    try {
      await sendFile(sending.file, {
        onShare: (share) => change(sending.id, { share, trouble: '' }),
        onTrouble: (trouble) => change(sending.id, { trouble }),
        signal: sending.stop.signal,
      })
      remove(sending.id)
      setSentName(sending.name)
      onSent()
    } catch (error) {
      change(sending.id, { error: (error as Error).message })
    }
  }
  async function add(files: Iterable<File>) {
    const added = [...files].map((file) => ({
      ...{ id: count++, name: file.name, file, share: 0, stop: new AbortController() },
    }))
    setSendings((all) => [...all, ...added])
    for (const sending of added) await start(sending)
  }

  return (
    <section
      class={isOver ? 'drop over' : 'drop'}
      aria-label={t('upload')}
      onDragOver={instead(() => setOver(true))}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void add(event.dataTransfer?.files ?? [])
      }}
    >
      <label>
        {t('uploadHint')}{' '}
        <input
          type="file"
          multiple
          accept="audio/*,video/mp4,video/webm"
          onChange={(event) => {
            void add(event.currentTarget.files ?? [])
            // Or the same file could not be chosen again.
            event.currentTarget.value = ''
          }}
        />
      </label>
      <SendOptions />
      <ul>
        {sendings.map((sending) => (
          <li key={sending.id}>
            {sending.name}{' '}
            {sending.error ? (
              <>
                <span class="bad">{sending.error}</span>{' '}
                <button type="button" onClick={() => start(sending)}>
                  {t('again')}
                </button>{' '}
              </>
            ) : (
              <>
                <progress value={sending.share} aria-label={sending.name}>
                  {printPercent(sending.share)}
                </progress>{' '}
                {sending.trouble && <span role="status">{sending.trouble}</span>}{' '}
              </>
            )}
            <button type="button" onClick={() => discard(sending)}>
              {t('discard')}
            </button>
          </li>
        ))}
      </ul>
      <p role="status">{sentName && t('sent', sentName)}</p>
    </section>
  )
}
