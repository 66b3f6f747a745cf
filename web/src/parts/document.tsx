import { useState } from 'preact/hooks'
import { session } from '../api.ts'
import { type Drafts, useDrafts } from '../drafts.ts'
import { printDate } from '../format.ts'
import { t } from '../texts.ts'
import type { Section, Statement, VersionedNote } from '../types.ts'
import { useDocument } from '../use-document.ts'
import { Message } from './message.tsx'
import { draftName, isAddition, SectionView } from './section.tsx'
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
  const path = `/api/consultations/${consultation}/documents/${encodeURIComponent(note.kind)}`
  const { message, say, before, settle, save, rewrite, sign, restore } = useDocument(path, note, onNote, onStale)
  const drafts = useDrafts(`${consultation}/${note.kind}`)
  const [isHistory, setHistory] = useState(false)

  const change = (key: string, edit: (statements: readonly Statement[]) => Statement[] | undefined) =>
    save((sections) => {
      const at = sections.findIndex((section) => section.key === key)
      const statements = edit(sections[at]?.statements ?? [])
      return statements && sections.map((section, index) => (index === at ? { ...section, statements } : section))
    })
  const signAll = () => signWithOpen({ settle, save, sign }, drafts, say)
  const outdated = note.sections.flatMap(({ statements }) => statements).filter((statement) => statement.outdated)
  return (
    <article class="document">
      <h3>{note.title}</h3>
      {note.signed && (
        <p class="signed">{t('signedBy', `${note.signed.by} (${note.signed.key})`, printDate(note.signed.at))}</p>
      )}
      <div class="tools noprint">
        {!note.signed && <Changes {...{ before, rewrite, restore }} onSign={signAll} />}
        {note.version > 0 && (
          <button type="button" aria-expanded={isHistory} onClick={() => setHistory(!isHistory)}>
            {t('versions', note.version)}
          </button>
        )}
        <TakeAway consultation={consultation} note={note} />
      </div>
      <Message message={message} />
      {outdated.length > 0 && <p class="warning">{t('outdatedStatements', outdated.length)}</p>}
      {note.warnings.map(({ code, message: text }) => (
        <p key={code} class="quiet">
          {text}
        </p>
      ))}
      {isHistory && <Versions path={path} version={note.version} {...(!note.signed && { onRestore: restore })} />}
      {note.sections.map((section) => (
        <SectionView
          key={section.key}
          {...{ section, drafts, onEvidence, onPlay, isFixed: note.signed !== undefined }}
          onChange={(edit) => change(section.key, edit)}
        />
      ))}
    </article>
  )
}

type Editing = ReturnType<typeof useDocument>

function Changes({
  before,
  rewrite,
  restore,
  onSign,
}: Pick<Editing, 'before' | 'rewrite' | 'restore'> & { onSign: () => unknown }) {
  return (
    <>
      <button type="button" onClick={rewrite}>
        {t('rewrite')}
      </button>
      <button type="button" class="main" onClick={onSign}>
        {t('sign')}
      </button>
      {before !== undefined && (
        <button type="button" onClick={() => restore(before)}>
          {t('undo')}
        </button>
      )}
    </>
  )
}

/** What stands in open fields belongs to what is signed; a change that could not be saved is decided on first. */
async function signWithOpen(
  { settle, save, sign }: Pick<Editing, 'settle' | 'save' | 'sign'>,
  drafts: Drafts,
  say: (sentence: string) => void,
): Promise<void> {
  const { title, sections } = await settle()
  const texts = new Set(sections.flatMap(({ statements }) => statements.map(({ text }) => text)))
  const open = Object.entries(drafts.read()).filter(([, text]) => !texts.has(text.trim()))
  if (open.some(([name]) => !isAddition(name))) return say(t('unsaved'))
  if (!confirm(t('signSure', title, session.name()))) return
  if (open.length > 0 && !(await save((all) => all.map((section) => takeIn(section, drafts.read()))))) return
  for (const [name] of open) drafts.forget(name)
  await sign()
}

/** The section with what stands in its field for another statement. */
function takeIn(section: Section, drafts: Readonly<Record<string, string>>): Section {
  const text = drafts[draftName(section.key)]?.trim()
  const added: Statement[] = text ? [{ text, evidence: [], support: 'entered' }] : []
  return { ...section, statements: [...section.statements, ...added] }
}
