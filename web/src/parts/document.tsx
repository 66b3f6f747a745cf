import type { ComponentChildren } from 'preact'
import { useMemo, useRef, useState } from 'preact/hooks'
import { idsOf } from '../../../src/domain/transcript.ts'
import { copyNote } from '../copy-note.ts'
import { useDrafts } from '../drafts.ts'
import { printClock, printSignature } from '../format.ts'
import { printHeading, printWarning } from '../said-by-server.ts'
import { session } from '../session.ts'
import { signWithOpen } from '../sign-with-open.ts'
import { t } from '../texts.ts'
import type { Item, Section, Statement, VersionedNote } from '../types.ts'
import { useKeys } from '../use.ts'
import { type Check, sectionForMore, useChecks } from '../use-checks.ts'
import { useDocument } from '../use-document.ts'
import { useRoving } from '../use-roving.ts'
import { Addendum } from './addendum.tsx'
import { Ask } from './ask.tsx'
import { Menu } from './menu.tsx'
import { Message } from './message.tsx'
import { Review } from './review.tsx'
import { SectionView } from './section.tsx'
import { TakeAway } from './take-away.tsx'
import { TrailView } from './trail.tsx'
import { Versions } from './versions.tsx'

interface Props {
  consultation: string
  note: VersionedNote
  items: readonly Item[]
  /** Writes another document. */
  gallery: ComponentChildren
  onNote: (note: VersionedNote) => void
  /** Reads anew what somebody else has changed meanwhile. */
  onStale: () => Promise<unknown>
  onEvidence: (evidence: readonly string[]) => void
  onPlay: (evidence: readonly string[]) => void
  /** Deletes the consultation. */
  onDelete: () => unknown
}

/** A document: every statement leads to its words; what is changed is saved as it is made; signed, it is fixed. */
export function DocumentView({ consultation, note, items, gallery, onNote, onStale, onDelete, ...evidence }: Props) {
  const path = `/api/consultations/${consultation}/documents/${encodeURIComponent(note.kind)}`
  const place = `${consultation}/${note.kind}`
  const editing = useDocument(path, note, onNote, onStale)
  const { message, say, save, rewrite } = editing
  const drafts = useDrafts(place)
  const review = useChecks(path, place, note, items)
  const [isReview, setReview] = useState(false)
  const article = useRef<HTMLElement>(null)
  useRoving(article, 'section li')
  // On a narrow page that shows something else it would open out of sight.
  useKeys((key) => key === 'r' && article.current?.checkVisibility() && review.checks[0] && setReview(true))
  const cite = useCited(items)
  const change = (key: string, edit: Edit) => save((sections) => editSection(sections, key, edit))
  const signAll = async () => {
    if (!(await signWithOpen(editing, drafts, say))) return
    review.forget()
    setReview(false)
  }
  const copySection = async (section: Section) => {
    await copyNote(note, 'plain', section)
    say(t('copied', printClock(new Date().toISOString())))
  }
  return (
    <article ref={article} class="document">
      <Head {...{ path, note, editing }} />
      <Message message={message} />
      {note.sections.map((section) => (
        <SectionView
          key={section.key}
          heading={printHeading(note.kind, section.title)}
          {...{ section, cite, drafts, ...evidence, isFixed: note.signed !== undefined }}
          onChange={(edit) => change(section.key, edit)}
          onCopy={() => copySection(section)}
        />
      ))}
      <Ask
        {...{ consultation, cite, onPlay: evidence.onPlay }}
        onAdd={note.signed ? undefined : (statement) => save((sections) => addLast(sections, statement))}
      />
      {note.signed && session.may('sign') && (
        <Addendum title={printHeading(note.kind, note.title)} drafts={drafts} onSign={editing.amend} />
      )}
      <div class="do tools noprint">
        {!note.signed && <Signing {...{ review, onSign: signAll }} onReview={() => setReview(true)} />}
        <TakeAway consultation={consultation} note={note} />
        {gallery}
        <More {...{ consultation }} isFixed={note.signed !== undefined} onRewrite={rewrite} onDelete={onDelete} />
      </div>
      {isReview && (
        <Review
          {...{ review, onPlay: evidence.onPlay, onSign: signAll }}
          onChange={(check, instead) => change(check.section, (all) => replace(all, check, instead))}
          onClose={() => setReview(false)}
        />
      )}
    </article>
  )
}

function More({
  consultation,
  isFixed,
  onRewrite,
  onDelete,
}: {
  consultation: string
  isFixed: boolean
  onRewrite: () => unknown
  onDelete: () => unknown
}) {
  const [isTrail, setTrail] = useState(false)
  return (
    <>
      <Menu label={t('moreActions')}>
        {!isFixed && (
          <button type="button" onClick={onRewrite}>
            {t('rewrite')}
          </button>
        )}
        <button type="button" onClick={() => setTrail(true)}>
          {t('trail')}
        </button>
        <button type="button" onClick={onDelete}>
          {t('delete')}
        </button>
      </Menu>
      {isTrail && <TrailView consultation={consultation} onClose={() => setTrail(false)} />}
    </>
  )
}

/** Answers the items with these ids. */
function useCited(items: readonly Item[]) {
  const byId = useMemo(() => new Map(items.flatMap((item) => idsOf(item).map((id) => [id, item]))), [items])
  return (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? [])
}

/** What comes of a section's statements; undefined where nothing is to be saved. */
type Edit = (statements: readonly Statement[]) => Statement[] | undefined

function editSection(sections: readonly Section[], key: string, edit: Edit): Section[] | undefined {
  const at = sections.findIndex((section) => section.key === key)
  const statements = edit(sections[at]?.statements ?? [])
  return statements && sections.map((section, index) => (index === at ? { ...section, statements } : section))
}

/** A statement more in the plan, else at the end. */
function addLast(sections: readonly Section[], statement: Statement): Section[] | undefined {
  const to = sectionForMore(sections)
  return to && editSection(sections, to.key, (all) => [...all, { ...statement, support: 'entered' }])
}

/** Others in the place of the statement that was checked; of what was left out, at the end. */
function replace(all: readonly Statement[], { statement }: Check, instead: Statement[]): Statement[] | undefined {
  if (!statement) return [...all, ...instead]
  const at = all.findIndex(({ text }) => text === statement.text)
  return at < 0 ? undefined : all.toSpliced(at, 1, ...instead)
}

interface HeadProps {
  path: string
  note: VersionedNote
  editing: ReturnType<typeof useDocument>
}

/** Who signed, what is wrong with the whole, and the versions. */
function Head({ path, note, editing: { before, restore } }: HeadProps) {
  const [isHistory, setHistory] = useState(false)
  const { kind, title, signed, version, sections, warnings } = note
  const outdated = sections.flatMap(({ statements }) => statements).filter((statement) => statement.outdated)
  // What was left out is shown in the review, as far as nobody has put it in since.
  const told = warnings.filter(({ code }) => code !== 'said_not_written')
  return (
    <>
      <div class="tools">
        <h3 class="hidden">{printHeading(kind, title)}</h3>
        {signed && <p class="signed">{printSignature(signed)}</p>}
        {before !== undefined && !signed && (
          <button type="button" class="noprint" onClick={() => restore(before)}>
            {t('undo')}
          </button>
        )}
        {version > 0 && (
          <button type="button" class="noprint" aria-expanded={isHistory} onClick={() => setHistory(!isHistory)}>
            {t('versions', version)}
          </button>
        )}
      </div>
      {outdated.length > 0 && <p class="warning">{t('outdatedStatements', outdated.length)}</p>}
      {told.map((warning) => (
        <p key={warning.code} class="quiet small">
          {printWarning(warning)}
        </p>
      ))}
      {isHistory && <Versions path={path} version={version} {...(!signed && { onRestore: restore })} />}
    </>
  )
}

interface SigningProps {
  review: ReturnType<typeof useChecks>
  onReview: () => void
  onSign: () => unknown
}

/** Look at it, then sign it: how much was looked at stands beside. */
function Signing({ review: { checks, checked }, onReview, onSign }: SigningProps) {
  return (
    <>
      {checks.length > 0 && (
        <>
          <small>{t('checkedOf', checked, checks.length)}</small>
          <button type="button" onClick={onReview}>
            {t('review')} <kbd>R</kbd>
          </button>
        </>
      )}
      {session.may('sign') && (
        <button type="button" class="main" onClick={onSign}>
          {t('sign')}
        </button>
      )}
    </>
  )
}
