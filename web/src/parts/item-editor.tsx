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
}

/** Text and speaker of an item. Enter saves, Escape leaves; it is split where the cursor stands. */
export function ItemEditor({ item, onChange, onClose }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState(item.text)
  const [first] = useState(item.text)
  useEffect(() => field.current?.focus(), [])
  const close = async (change: ItemChange) => {
    if (await onChange(change)) onClose()
  }
  // What was not heard surely is confirmed by saving it as it stands.
  const isSure = item.words.every(({ confidence = 1 }) => confidence === 1)
  const save = () => (text.trim() === item.text && isSure ? onClose() : close({ action: 'edit', item: item.id, text }))
  const split = () => {
    const before = text.slice(0, field.current?.selectionStart ?? 0).trim()
    void close({ action: 'split', item: item.id, word: before === '' ? 0 : before.split(/\s+/).length })
  }
  const name = (speaker: Speaker, all: boolean) => close({ action: 'name', item: item.id, speaker, all })
  return (
    <form class="editor" onSubmit={instead(save)}>
      <textarea
        ref={field}
        dir="auto"
        aria-label={t('text')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={saveOrLeave(save, onClose)}
      />
      {item.text !== first && <p class="quiet">{t('nowThere', item.text)}</p>}
      <div class="tools">
        <button type="submit" class="main">
          {t('save')}
        </button>
        <button type="button" onClick={onClose}>
          {t('leave')}
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
