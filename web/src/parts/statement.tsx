import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../texts.ts'
import type { Statement } from '../types.ts'

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
export function StatementRow({
  statement,
  isFixed,
  isFirst,
  isLast,
  onEvidence,
  onPlay,
  onText,
  onRemove,
  onMove,
}: Props) {
  const { text, evidence, support, attributes, doubtful } = statement
  const [draft, setDraft] = useState<string>()
  const field = useRef<HTMLTextAreaElement>(null)
  const isEdited = draft !== undefined
  useEffect(() => field.current?.focus(), [isEdited])
  const save = async () => {
    if (draft === undefined || draft.trim() === text || draft.trim() === '' || (await onText(draft.trim())))
      setDraft(undefined)
  }
  const label = attributes?.code ?? attributes?.speaker
  const light = {
    onMouseEnter: () => onEvidence(evidence),
    onFocusCapture: () => onEvidence(evidence),
    onMouseLeave: () => onEvidence([]),
  }
  if (isEdited) {
    return (
      <li {...light}>
        <textarea
          ref={field}
          dir="auto"
          aria-label={t('text')}
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setDraft(undefined)
            if (event.key !== 'Enter' || event.shiftKey) return
            event.preventDefault()
            void save()
          }}
        />
      </li>
    )
  }
  return (
    <li class={support} {...light}>
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
      {support !== 'verbatim' && support !== 'derived' && <small class={support}> {t(support)}</small>}
      {doubtful && (
        <small class="doubt" title={t('doubtDecides')}>
          {' '}
          (?) {t('check', doubtful.join(', '))}
        </small>
      )}
      {attributes?.source && <small class="quiet"> {attributes.source}</small>}
      {!isFixed && (
        <span class="actions noprint">
          <button type="button" onClick={() => setDraft(text)} aria-label={`${t('edit')}: ${text}`}>
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
      )}
    </li>
  )
}
