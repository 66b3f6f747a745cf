import { memo } from 'preact/compat'
import { useState } from 'preact/hooks'
import { t } from '../texts.ts'
import type { Item, Statement } from '../types.ts'
import { Icon } from './icon.tsx'
import { StatementField } from './statement-field.tsx'
import { UnsureStatement } from './unsure.tsx'

interface Props {
  statement: Statement
  /** The items that it rests on. */
  cited: readonly Item[]
  isFixed: boolean
  isFirst: boolean
  isLast: boolean
  onEvidence: (evidence: readonly string[]) => void
  onPlay: (evidence: readonly string[]) => void
  /** What was typed in its place and is not saved yet. */
  draft: string | undefined
  onDraft: (text: string) => void
  onLeave: () => void
  /** Saves others in its place, none to remove it; false when that failed. */
  onStatement: (instead: Statement[]) => Promise<boolean>
  onMove: (by: number) => Promise<boolean>
}

/** A statement: pointed at or focused, its words light up; `p` plays them. */
function Row(props: Props) {
  const { statement, cited, isFixed, draft, onEvidence, onPlay, onDraft, onLeave, onStatement } = props
  const { text, evidence, support, attributes } = statement
  const [isEdited, setEdited] = useState(draft !== undefined && !isFixed)
  const leave = () => {
    onLeave()
    setEdited(false)
  }
  const save = async (changed: string) => {
    if (changed === text || changed === '' || (await onStatement([{ ...statement, text: changed }]))) leave()
  }
  const label = attributes?.code ?? attributes?.speaker
  return (
    <li
      class={isEdited ? undefined : support}
      onMouseEnter={() => onEvidence(evidence)}
      onFocusCapture={() => onEvidence(evidence)}
      onMouseLeave={() => onEvidence([])}
    >
      {isEdited ? (
        <StatementField text={draft ?? text} onDraft={onDraft} onSave={save} onLeave={leave} />
      ) : (
        <>
          <button
            type="button"
            class="statement"
            dir="auto"
            title={evidence.length > 0 ? t('playEvidence') : t('noEvidence')}
            onClick={() => onPlay(evidence)}
            tabIndex={-1}
            onKeyDown={pressing(props, () => setEdited(true))}
          >
            {label && <strong>{label} </strong>}
            <UnsureStatement text={text} cited={cited} />
          </button>
          <Remarks statement={statement} />
          {!isFixed && statement.outdated && (
            <button
              type="button"
              class="noprint"
              tabIndex={-1}
              onClick={() => onStatement([{ ...statement, support: 'entered' }])}
            >
              {t('stillRight')}
            </button>
          )}
          {!isFixed && <Actions {...props} onEdit={() => setEdited(true)} />}
        </>
      )}
    </li>
  )
}

// What is typed and saved elsewhere draws no other row anew: the note of an hour has 300 of them.
export const StatementRow = memo(
  Row,
  (before, after) =>
    before.statement === after.statement &&
    before.draft === after.draft &&
    before.isFixed === after.isFixed &&
    before.isFirst === after.isFirst &&
    before.isLast === after.isLast &&
    before.cited.length === after.cited.length &&
    before.cited.every((item, at) => item === after.cited[at]),
)

/** What a reader should know of a statement: how it rests on its words, what to check, where a reference is from. */
function Remarks({ statement: { support, doubtful, outdated, attributes } }: { statement: Statement }) {
  return (
    <>
      {support !== 'verbatim' && support !== 'derived' && <small class={support}> {t(support)}</small>}
      {doubtful && (
        <small class="doubt" title={t('doubtDecides')}>
          {' '}
          (?) {t('check', doubtful.join(', '))}
        </small>
      )}
      {outdated && <small class="doubt"> (?) {t('outdated')}</small>}
      {attributes?.source && <small class="quiet"> {attributes.source}</small>}
    </>
  )
}

/** What keys do on a statement. */
const pressing =
  ({ statement: { evidence }, isFixed, onPlay, onMove, onStatement }: Props, onEdit: () => void) =>
  (event: KeyboardEvent) => {
    const changes: Record<string, () => unknown> = {
      e: onEdit,
      Delete: () => onStatement([]),
      'Alt+ArrowUp': () => onMove(-1),
      'Alt+ArrowDown': () => onMove(1),
    }
    const name = (event.altKey ? 'Alt+' : '') + event.key
    const act = name === 'p' ? () => onPlay(evidence) : isFixed ? undefined : changes[name]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }

function Actions({
  statement: { text },
  isFirst,
  isLast,
  onMove,
  onStatement,
  onEdit,
}: Props & { onEdit: () => void }) {
  return (
    <span class="actions noprint">
      <Action icon="pen" label={`${t('edit')}: ${text}`} onClick={onEdit} />
      <Action icon="up" label={`${t('up')}: ${text}`} isOff={isFirst} onClick={() => onMove(-1)} />
      <Action icon="down" label={`${t('down')}: ${text}`} isOff={isLast} onClick={() => onMove(1)} />
      <Action icon="remove" label={`${t('reject')}: ${text}`} onClick={() => onStatement([])} />
    </span>
  )
}

interface ActionProps {
  icon: Parameters<typeof Icon>[0]['name']
  label: string
  isOff?: boolean
  onClick: () => unknown
}

const Action = ({ icon, label, isOff = false, onClick }: ActionProps) => (
  <button type="button" class="icon" tabIndex={-1} disabled={isOff} aria-label={label} onClick={onClick}>
    <Icon name={icon} />
  </button>
)
