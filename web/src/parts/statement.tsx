import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../texts.ts'
import type { Statement } from '../types.ts'
import { saveOrLeave } from '../use.ts'

interface Props {
  statement: Statement
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
export function StatementRow(props: Props) {
  const { statement, isFixed, draft, onEvidence, onPlay, onDraft, onLeave, onStatement } = props
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
            onKeyDown={(event) => event.key === 'p' && onPlay(evidence)}
          >
            {label && <strong>{label} </strong>}
            {text}
          </button>
          <Remarks statement={statement} />
          {!isFixed && statement.outdated && (
            <button type="button" class="noprint" onClick={() => onStatement([{ ...statement, support: 'entered' }])}>
              {t('stillRight')}
            </button>
          )}
          {!isFixed && <Actions {...props} onEdit={() => setEdited(true)} />}
        </>
      )}
    </li>
  )
}

interface FieldProps {
  text: string
  onDraft: (text: string) => void
  onSave: (text: string) => Promise<void>
  onLeave: () => void
}

/** The statement's text while it is changed; what is left by pointing elsewhere is saved too. */
function StatementField({ text, onDraft, onSave, onLeave }: FieldProps) {
  const [draft, setDraft] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const save = () => onSave(draft.trim())
  return (
    <textarea
      ref={field}
      dir="auto"
      aria-label={t('text')}
      value={draft}
      onInput={(event) => {
        setDraft(event.currentTarget.value)
        onDraft(event.currentTarget.value)
      }}
      onBlur={save}
      onKeyDown={saveOrLeave(save, onLeave)}
    />
  )
}

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
      <button type="button" onClick={onEdit} aria-label={`${t('edit')}: ${text}`}>
        ✎
      </button>
      <button type="button" onClick={() => onMove(-1)} disabled={isFirst} aria-label={`${t('up')}: ${text}`}>
        ↑
      </button>
      <button type="button" onClick={() => onMove(1)} disabled={isLast} aria-label={`${t('down')}: ${text}`}>
        ↓
      </button>
      <button type="button" onClick={() => onStatement([])} aria-label={`${t('reject')}: ${text}`}>
        ✕
      </button>
    </span>
  )
}
