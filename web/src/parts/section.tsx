import { keyOf } from '../../../src/domain/keep-hand-changes.ts'
import type { Drafts } from '../drafts.ts'
import { printSignature } from '../format.ts'
import { t } from '../texts.ts'
import type { Item, Section, Statement } from '../types.ts'
import { Icon } from './icon.tsx'
import { StatementRow } from './statement.tsx'

interface Props {
  section: Section
  /** Its title as it is read here. */
  heading: string
  /** The items with these ids. */
  cite: (ids: readonly string[]) => Item[]
  drafts: Drafts
  isFixed: boolean
  onEvidence: (evidence: readonly string[]) => void
  onPlay: (evidence: readonly string[]) => void
  /** Takes the section by itself. */
  onCopy: () => unknown
  /** Saves what `edit` makes of the statements as they are now; false when it makes nothing, or that failed. */
  onChange: (edit: (statements: readonly Statement[]) => Statement[] | undefined) => Promise<boolean>
}

/** What the draft of a field is kept under: of the one that adds to a section, or of a statement that is changed. */
export const draftName = (section: string, statement = '') => `${section}\n${statement}`
export const isAddition = (name: string) => name.endsWith('\n')

const entered = (text: string): Statement => ({ text: text.trim(), evidence: [], support: 'entered' })

/** A section's statements, what was not heard, and a field for another statement. */
export function SectionView({ section, heading, cite, drafts, isFixed, onChange, onCopy, ...evidence }: Props) {
  const { key, statements } = section
  const added = drafts.all[draftName(key)] ?? ''
  const add = async (event: Event) => {
    event.preventDefault()
    const statement = entered(added)
    if (statement.text && (await onChange((all) => [...all, statement]))) drafts.forget(draftName(key))
  }
  /** Somebody else may have changed it meanwhile: nothing is saved then, and what was typed stays. */
  const change = (statement: Statement, edit: (all: readonly Statement[], at: number) => Statement[]) =>
    onChange((all) => {
      const at = all.findIndex((one) => keyOf(one) === keyOf(statement))
      return at < 0 ? undefined : edit(all, at)
    })
  if (isFixed && statements.length === 0 && !section.notHeard?.length) return null
  return (
    <section>
      <h4>{heading}</h4>
      <ul>
        {statements.map((statement, at) => (
          <StatementRow
            key={keyOf(statement)}
            {...{ ...evidence, statement, isFixed, isFirst: at === 0, isLast: at === statements.length - 1 }}
            cited={cite(statement.evidence)}
            draft={drafts.all[draftName(key, statement.text)]}
            onDraft={(text) => drafts.keep(draftName(key, statement.text), text)}
            onLeave={() => drafts.forget(draftName(key, statement.text))}
            onStatement={(instead) => change(statement, (all, found) => all.toSpliced(found, 1, ...instead))}
            onMove={(by) =>
              change(statement, (all, found) => all.toSpliced(found, 1).toSpliced(found + by, 0, statement))
            }
          />
        ))}
      </ul>
      {statements.length > 0 && (
        <button type="button" class="copy icon noprint" aria-label={`${t('copy')}: ${heading}`} onClick={onCopy}>
          <Icon name="copy" />
        </button>
      )}
      {section.signed && <p class="signed">{printSignature(section.signed)}</p>}
      {section.notHeard && <p class="quiet">{t('notHeard', section.notHeard.join(', '))}</p>}
      {!isFixed && (
        <>
          <Orphans {...{ section, drafts, onChange }} />
          <form class="add noprint" onSubmit={add}>
            <input
              dir="auto"
              value={added}
              aria-label={t('addTo', heading)}
              placeholder={t('add')}
              onInput={({ currentTarget: { value } }) =>
                value ? drafts.keep(draftName(key), value) : drafts.forget(draftName(key))
              }
            />
          </form>
        </>
      )}
    </section>
  )
}

/** What a person typed in the place of statements that read otherwise now: both are shown, and the person decides. */
function Orphans({ section: { key, statements }, drafts, onChange }: Pick<Props, 'section' | 'drafts' | 'onChange'>) {
  const standing = new Set(statements.map(({ text }) => draftName(key, text)))
  const orphans = Object.entries(drafts.all).filter(
    ([name]) => name.startsWith(`${key}\n`) && !isAddition(name) && !standing.has(name),
  )
  return orphans.map(([name, text]) => (
    <aside key={name} class="warning" aria-label={t('changedMeanwhile')}>
      <p>
        {t('changedMeanwhile')} <q dir="auto">{text}</q>
      </p>
      <button
        type="button"
        onClick={async () => (await onChange((all) => [...all, entered(text)])) && drafts.forget(name)}
      >
        {t('addMine')}
      </button>{' '}
      <button type="button" onClick={() => drafts.forget(name)}>
        {t('discard')}
      </button>
    </aside>
  ))
}
