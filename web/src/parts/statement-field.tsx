import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../texts.ts'
import { saveOrLeave } from '../use.ts'

interface Props {
  text: string
  /** What was typed so far. */
  onDraft?: (text: string) => void
  onSave: (text: string) => Promise<void>
  onLeave: () => void
}

/** A statement's text while it is changed; what is left by pointing elsewhere is saved too. */
export function StatementField({ text, onDraft, onSave, onLeave }: Props) {
  const [draft, setDraft] = useState(text)
  const field = useRef<HTMLTextAreaElement>(null)
  const hasLeft = useRef(false)
  useEffect(() => field.current?.focus(), [])
  const save = () => {
    if (!hasLeft.current) void onSave(draft.trim())
  }
  const leave = () => {
    hasLeft.current = true
    onLeave()
  }
  return (
    <>
      <textarea
        ref={field}
        dir="auto"
        aria-label={t('text')}
        value={draft}
        onInput={(event) => {
          setDraft(event.currentTarget.value)
          onDraft?.(event.currentTarget.value)
        }}
        onBlur={save}
        onKeyDown={(event) => {
          // Escape leaves the field, not what it stands in.
          if (event.key === 'Escape') event.preventDefault()
          event.stopPropagation()
          saveOrLeave(save, leave)(event)
        }}
      />
      <small>{t('fieldKeys')}</small>
    </>
  )
}
