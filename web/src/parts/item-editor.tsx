import { useEffect, useRef, useState } from 'preact/hooks'
import { t } from '../texts.ts'
import type { Item, ItemChange, Speaker } from '../types.ts'
import { instead, saveOrLeave } from '../use.ts'

const SPEAKERS: Speaker[] = ['doctor', 'patient', 'other', 'unspecified']

interface Props {
  item: Item
  /** Saves; false when it could not, and the text stays here. */
  onChange: (change: ItemChange) => Promise<boolean>
  onClose: () => void
  /** What was typed and is not saved yet. */
  draft: string | undefined
  onDraft: (text: string) => void
}

/**
 * Text and speaker of an item. Enter saves, Escape leaves; it is split where the cursor stands. Where somebody else was
 * faster both texts are shown, and a button decides.
 */
export function ItemEditor({ item, draft, onDraft, onChange, onClose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [first] = useState(item.text)
  const text = draft ?? item.text
  useEffect(() => field.current?.focus(), [])
  const close = async (change: ItemChange) => {
    if (await onChange(change)) onClose()
  }
  // What was not heard surely is confirmed by saving it as it stands.
  const isSure = item.words.every(({ confidence = 1 }) => confidence === 1)
  const isContested = item.text !== first && text.trim() !== item.text
  const save = () => (text.trim() === item.text && isSure ? onClose() : close({ action: 'edit', item: item.id, text }))
  /** What was typed is saved with the speaker. */
  async function name(speaker: Speaker, all: boolean) {
    const isTyped = text.trim() !== item.text
    if (isTyped && !(await onChange({ action: 'edit', item: item.id, text }))) return
    await close({ action: 'name', item: item.id, speaker, all })
  }
  const split = () => {
    const before = text.slice(0, field.current?.selectionStart ?? 0).trim()
    void close({ action: 'split', item: item.id, word: before === '' ? 0 : before.split(/\s+/).length })
  }
  return (
    <form class="editor" onSubmit={instead(() => !isContested && save())}>
      <textarea
        ref={field}
        dir="auto"
        aria-label={t('text')}
        value={text}
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={saveOrLeave(() => !isContested && save(), onClose)}
      />
      {isContested && <p class="warning">{t('nowThere', item.text)}</p>}
      <div class="tools">
        <button type={isContested ? 'button' : 'submit'} class="main" {...(isContested && { onClick: save })}>
          {t(isContested ? 'keepMine' : 'save')}
        </button>
        <button type="button" onClick={onClose}>
          {t(isContested ? 'takeTheirs' : 'cancel')}
        </button>
        <SpeakerChoice speaker={item.speaker} onChange={(speaker) => name(speaker, false)} />
        {item.speakerLabel && (
          <button type="button" onClick={() => name(item.speaker, true)}>
            {t('wholeVoice', t(item.speaker))}
          </button>
        )}
        <button type="button" onClick={split} disabled={text !== item.text}>
          {t('split')}
        </button>
        <button type="button" onClick={() => close({ action: 'merge', item: item.id })} disabled={text !== item.text}>
          {t('merge')}
        </button>
      </div>
    </form>
  )
}

function SpeakerChoice({ speaker, onChange }: { speaker: Speaker; onChange: (speaker: Speaker) => void }) {
  return (
    <label>
      {t('speaker')}{' '}
      <select value={speaker} onChange={(event) => onChange(event.currentTarget.value as Speaker)}>
        {SPEAKERS.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </label>
  )
}
