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
  /** These save; false when that failed. */
  onText: (text: string) => Promise<boolean>
  onRemove: () => Promise<boolean>
  onMove: (by: number) => Promise<boolean>
}

/** A statement: pointed at or focused, its words light up; `p` plays them. */
export function StatementRow(props: Props) {
  const { statement, isFixed, onEvidence, onPlay, onText } = props
  const { text, evidence, support, attributes } = statement
  const [isEdited, setEdited] = useState(false)
  const save = async (draft: string) => {
    if (draft === text || draft === '' || (await onText(draft))) setEdited(false)
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
        <StatementField text={text} onSave={save} onLeave={() => setEdited(false)} />
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
          {!isFixed && <Actions {...props} onEdit={() => setEdited(true)} />}
        </>
      )}
    </li>
  )
}

interface FieldProps {
  text: string
  onSave: (text: string) => Promise<void>
  onLeave: () => void
}

/** The statement's text while it is changed; what is left by pointing elsewhere is saved too. */
function StatementField({ text, onSave, onLeave }: FieldProps) {
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
      onInput={(event) => setDraft(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={saveOrLeave(save, onLeave)}
    />
  )
}

/** What a reader should know of a statement: how it rests on its words, what to check, where a reference is from. */
function Remarks({ statement: { support, doubtful, attributes } }: { statement: Statement }) {
  return (
    <>
      {support !== 'verbatim' && support !== 'derived' && <small class={support}> {t(support)}</small>}
      {doubtful && (
        <small class="doubt" title={t('doubtDecides')}>
          {' '}
          (?) {t('check', doubtful.join(', '))}
        </small>
      )}
      {attributes?.source && <small class="quiet"> {attributes.source}</small>}
    </>
  )
}

function Actions({ statement: { text }, isFirst, isLast, onMove, onRemove, onEdit }: Props & { onEdit: () => void }) {
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
      <button type="button" onClick={onRemove} aria-label={`${t('reject')}: ${text}`}>
        ✕
      </button>
    </span>
  )
}
