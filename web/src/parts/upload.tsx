import { useState } from 'preact/hooks'
import { headers } from '../api.ts'
import { printPercent } from '../format.ts'
import { t } from '../texts.ts'
import { instead } from '../use.ts'
import { hearingFields, readWishes } from '../wishes.ts'
import { SendOptions } from './send-options.tsx'

interface Sending {
  id: number
  name: string
  file: Blob
  share: number
  /** What went wrong: it can be sent again. */
  error?: string
}

let count = 0

/** Files are dropped or chosen, several at once, and sent one after the other; what fails stays and can be sent again. */
export function Upload({ onSent, say }: { onSent: () => void; say: (text: string) => void }) {
  const [sendings, setSendings] = useState<Sending[]>([])
  const [isOver, setOver] = useState(false)
  const change = (id: number, changes: Partial<Sending>) =>
    setSendings((all) => all.map((sending) => (sending.id === id ? { ...sending, ...changes } : sending)))
  const remove = (id: number) => setSendings((all) => all.filter((sending) => sending.id !== id))

  async function start(sending: Sending) {
    change(sending.id, { share: 0, error: '' })
    try {
      await sendFile(sending.file, sending.name, (share) => change(sending.id, { share }))
      remove(sending.id)
      say(t('sent', sending.name))
      onSent()
    } catch (error) {
      change(sending.id, { error: (error as Error).message })
    }
  }
  async function add(files: Iterable<File>) {
    const added = [...files].map((file) => ({ id: count++, name: file.name, file, share: 0 }))
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
          onChange={(event) => void add(event.currentTarget.files ?? [])}
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
                <button type="button" onClick={() => remove(sending.id)}>
                  {t('discard')}
                </button>
              </>
            ) : (
              <progress value={sending.share} aria-label={sending.name}>
                {printPercent(sending.share)}
              </progress>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** XMLHttpRequest, because fetch does not tell how much was sent. Throws with the server's sentence. */
export function sendFile(file: Blob, name: string, onShare: (share: number) => void): Promise<string> {
  const body = new FormData()
  for (const [field, value] of hearingFields()) body.append(field, value)
  body.append('documents', readWishes().documents)
  body.append('file', file, name)
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/consultations')
    request.setRequestHeader('authorization', headers().authorization)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new Error(t('offline')))
    request.onload = () => {
      if (request.status === 202) resolve((request.response as { id: string }).id)
      else reject(new Error(request.response?.error?.message ?? t('failedWith', request.status)))
    }
    request.send(body)
  })
}
