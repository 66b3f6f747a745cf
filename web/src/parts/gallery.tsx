import { useEffect, useRef, useState } from 'preact/hooks'
import { send } from '../api.ts'
import { groupKinds } from '../kind-groups.ts'
import { readKinds } from '../read-kinds.ts'
import { t } from '../texts.ts'
import type { KindOffer, VersionedNote } from '../types.ts'
import { useAttempt } from '../use.ts'
import { Icon } from './icon.tsx'
import { Message } from './message.tsx'

interface Props {
  consultation: string
  /** Kinds that are there already. */
  written: readonly string[]
  onWritten: (note: VersionedNote) => void
}

/** Kinds of document that were not asked for with the recording: the one that is chosen is written of the transcript as it is now. */
export function Gallery({ consultation, written, onWritten }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { message, attempt } = useAttempt()
  const [kinds, setKinds] = useState<KindOffer[]>([])
  const [words, setWords] = useState('')
  useEffect(() => void readKinds().then(setKinds, () => {}), [])
  async function add(kind: string) {
    const path = `/api/consultations/${consultation}/documents`
    const note = await attempt(() => send<VersionedNote>('POST', path, { kind }))
    if (!note) return
    dialog.current?.close()
    onWritten(note)
  }
  const fits = ({ kind, title, says }: KindOffer) =>
    !written.includes(kind) && `${title} ${says}`.toLowerCase().includes(words.toLowerCase())
  return (
    <>
      <button type="button" onClick={() => dialog.current?.showModal()}>
        <Icon name="plus" /> {t('addDocument')}
      </button>
      <dialog ref={dialog} class="gallery" aria-label={t('addDocument')}>
        <label>
          {t('search')} <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
        </label>
        <Message message={message} />
        {groupKinds(kinds.filter(fits)).map(([group, own]) => (
          <fieldset key={group}>
            <legend>{t(group)}</legend>
            {own.map(({ kind, title, says }) => (
              <button key={kind} type="button" title={says} onClick={() => add(kind)}>
                {title}
              </button>
            ))}
          </fieldset>
        ))}
        <div class="tools">
          <button type="button" onClick={() => dialog.current?.close()}>
            {t('cancel')}
          </button>
        </div>
      </dialog>
    </>
  )
}
