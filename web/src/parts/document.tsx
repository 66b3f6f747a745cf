import { useEffect, useState } from 'preact/hooks'
import { send, session } from '../api.ts'
import { printDate } from '../format.ts'
import { t } from '../texts.ts'
import type { Section, Statement, VersionedNote } from '../types.ts'
import { useAttempt } from '../use.ts'
import { Message } from './message.tsx'
import { StatementRow } from './statement.tsx'
import { TakeAway } from './take-away.tsx'
import { Versions } from './versions.tsx'

interface Props {
  consultation: string
  note: VersionedNote
  onNote: (note: VersionedNote) => void
  /** Reads anew what somebody else has changed meanwhile. */
  onStale: () => Promise<unknown>
  onEvidence: (evidence: readonly string[]) => void
  onPlay: (evidence: readonly string[]) => void
}

/** A document: every statement leads to its words; what is changed is saved as it is made; signed, it is fixed. */
export function DocumentView({ consultation, note, onNote, onStale, onEvidence, onPlay }: Props) {
  const { message, attempt } = useAttempt(onStale)
  const [isHistory, setHistory] = useState(false)
  const path = `/api/consultations/${consultation}/documents/${encodeURIComponent(note.kind)}`
  const seen = () => ({ version: note.version, author: session.name() })
  useEffect(() => setHistory(false), [note.kind])

  async function save(sections: Section[]): Promise<boolean> {
    const saved = await attempt(() => send<VersionedNote>('PUT', path, { ...seen(), sections }))
    if (saved) onNote(saved)
    return saved !== undefined
  }
  const rewrite = () => attempt(async () => onNote(await send('POST', `${path}/rewrite`, seen())))
  const sign = () =>
    attempt(
      async () =>
        confirm(t('signSure', note.title, session.name())) && onNote(await send('POST', `${path}/sign`, seen())),
    )
  const change = (at: number, statements: Statement[]) =>
    save(note.sections.map((section, index) => (index === at ? { ...section, statements } : section)))

  return (
    <article class="document">
      <h3>{note.title}</h3>
      {note.signed && <p class="signed">{t('signedBy', note.signed.by, printDate(note.signed.at))}</p>}
      <div class="tools noprint">
        {!note.signed && (
          <>
            <button type="button" onClick={rewrite}>
              {t('rewrite')}
            </button>
            <button type="button" class="main" onClick={sign}>
              {t('sign')}
            </button>
          </>
        )}
        {note.version > 0 && (
          <button type="button" aria-expanded={isHistory} onClick={() => setHistory(!isHistory)}>
            {t('versions', note.version)}
          </button>
        )}
        <TakeAway consultation={consultation} note={note} />
      </div>
      <Message message={message} />
      {note.warnings.map(({ code, message: text }) => (
        <p key={code} class="quiet">
          {text}
        </p>
      ))}
      {isHistory && <Versions path={path} version={note.version} />}
      {note.sections.map((section, at) => (
        <SectionView
          key={section.key}
          {...{ section, onEvidence, onPlay, isFixed: note.signed !== undefined }}
          onChange={(statements) => change(at, statements)}
        />
      ))}
    </article>
  )
}

interface SectionProps extends Pick<Props, 'onEvidence' | 'onPlay'> {
  section: Section
  isFixed: boolean
  onChange: (statements: Statement[]) => Promise<boolean>
}

function SectionView({ section, isFixed, onChange, ...evidence }: SectionProps) {
  const { statements } = section
  const [added, setAdded] = useState('')
  const add = async (event: Event) => {
    event.preventDefault()
    const statement: Statement = { text: added.trim(), evidence: [], support: 'entered' }
    if (statement.text && (await onChange([...statements, statement]))) setAdded('')
  }
  const replace = (at: number, ...instead: Statement[]) => onChange(statements.toSpliced(at, 1, ...instead))
  const move = (at: number, by: number) => {
    const moved = statements[at] as Statement
    return onChange(statements.toSpliced(at, 1).toSpliced(at + by, 0, moved))
  }
  if (isFixed && statements.length === 0 && !section.notHeard?.length) return null
  return (
    <section>
      <h4>{section.title}</h4>
      <ul>
        {statements.map((statement, at) => (
          <StatementRow
            key={at}
            {...{ ...evidence, statement, isFixed, isFirst: at === 0, isLast: at === statements.length - 1 }}
            onText={(text) => replace(at, { ...statement, text })}
            onRemove={() => replace(at)}
            onMove={(by) => move(at, by)}
          />
        ))}
      </ul>
      {section.notHeard && <p class="quiet">{t('notHeard', section.notHeard.join(', '))}</p>}
      {!isFixed && (
        <form class="add noprint" onSubmit={add}>
          <input
            dir="auto"
            value={added}
            aria-label={t('addTo', section.title)}
            placeholder={t('add')}
            onInput={(event) => setAdded(event.currentTarget.value)}
          />
        </form>
      )}
    </section>
  )
}
