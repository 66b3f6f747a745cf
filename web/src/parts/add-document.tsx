import { useEffect, useState } from 'preact/hooks'
import { send } from '../api.ts'
import { readKinds } from '../read-kinds.ts'
import { t } from '../texts.ts'
import type { KindOffer, VersionedNote } from '../types.ts'
import { useAttempt } from '../use.ts'
import { Message } from './message.tsx'

interface Props {
  consultation: string
  /** Kinds that are there already. */
  written: readonly string[]
  onWritten: (note: VersionedNote) => void
}

/** A kind of document that was not asked for with the recording, written of the transcript as it is now. */
export function AddDocument({ consultation, written, onWritten }: Props) {
  const { message, attempt } = useAttempt()
  const [kinds, setKinds] = useState<KindOffer[]>([])
  useEffect(() => void readKinds().then(setKinds, () => {}), [])
  async function add(kind: string) {
    const path = `/api/consultations/${consultation}/documents`
    const note = kind && (await attempt(() => send<VersionedNote>('POST', path, { kind })))
    if (note) onWritten(note)
  }
  return (
    <>
      <select aria-label={t('addDocument')} value="" onChange={(event) => void add(event.currentTarget.value)}>
        <option value="">{t('addDocument')}</option>
        {kinds
          .filter(({ kind }) => !written.includes(kind))
          .map(({ kind, title, says }) => (
            <option key={kind} value={kind} title={says}>
              {title}
            </option>
          ))}
      </select>
      <Message message={message} />
    </>
  )
}
