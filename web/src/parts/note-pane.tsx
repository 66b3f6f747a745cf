import { useState } from 'preact/hooks'
import { printHeading } from '../said-by-server.ts'
import { t } from '../texts.ts'
import type { Item, VersionedNote } from '../types.ts'
import type { useConsultation } from '../use-consultation.ts'
import type { usePosition } from '../use-position.ts'
import { DocumentView } from './document.tsx'
import { Gallery } from './gallery.tsx'
import { Icon } from './icon.tsx'

interface Props {
  id: string
  read: ReturnType<typeof useConsultation>
  position: ReturnType<typeof usePosition>
  items: readonly Item[]
  /** The kind that is shown first. */
  first: string | undefined
}

/** The documents, one at a time. */
export function NotePane({ id, read, position, items, first }: Props) {
  const { notes, putNote, readResult, remove } = read
  const [chosen, setChosen] = useState(first)
  const note = notes.find(({ kind }) => kind === chosen) ?? notes[0]
  const gallery = (
    <Gallery
      consultation={id}
      written={notes.map(({ kind }) => kind)}
      onWritten={(added) => {
        putNote(added)
        setChosen(added.kind)
      }}
    />
  )
  return (
    <section class="pane note" aria-labelledby="documents-title">
      <h2 id="documents-title" class="hidden">
        {t('documents')}
      </h2>
      {note ? (
        <>
          <Tabs {...{ notes, note }} onChange={setChosen} />
          <div role="tabpanel" id="document" aria-label={printHeading(note.kind, note.title)}>
            <DocumentView
              key={note.kind}
              {...{ consultation: id, note, items, gallery, onEvidence: position.light, onPlay: position.play }}
              onStale={readResult}
              onNote={putNote}
              onDelete={remove}
            />
          </div>
        </>
      ) : (
        <>
          <p class="quiet">{t('noDocuments')}</p>
          <div class="tools noprint">
            {gallery}
            <button type="button" onClick={remove}>
              {t('delete')}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

interface TabsProps {
  notes: readonly VersionedNote[]
  note: VersionedNote
  onChange: (kind: string) => void
}

/** One stop of the Tab key; the arrows choose. */
function Tabs({ notes, note, onChange }: TabsProps) {
  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    const next = by && notes[notes.indexOf(note) + by]
    if (!next) return
    event.preventDefault()
    onChange(next.kind)
    const tabs = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role="tab"]')
    tabs[notes.indexOf(next)]?.focus()
  }
  return (
    <div role="tablist" aria-label={t('documents')} class="noprint" onKeyDown={move}>
      {notes.map(({ kind, title, signed }) => (
        <button
          key={kind}
          type="button"
          role="tab"
          aria-selected={kind === note.kind}
          aria-controls="document"
          tabIndex={kind === note.kind ? 0 : -1}
          onClick={() => onChange(kind)}
        >
          {printHeading(kind, title)} {signed && <Icon name="check" />}
        </button>
      ))}
    </div>
  )
}
