import { memo } from 'preact/compat'
import { printedWords, type Word } from '../../../src/domain/transcript.ts'
import type { Drafts } from '../drafts.ts'
import { printTime } from '../format.ts'
import { t } from '../texts.ts'
import type { Item, ItemChange } from '../types.ts'
import { ItemEditor } from './item-editor.tsx'




interface Props {
  items: readonly Item[]
  lit: ReadonlySet<string>
  current: string | undefined
  edited: string | undefined
  onPlay: (item: Item) => void
  onEdit: (id: string | undefined) => void
  drafts: Drafts
  onChange: (change: ItemChange) => Promise<boolean>
}

/** What was said, item by item; the one that plays is marked, and so are those that a statement rests on. */
export function TranscriptList({ items, lit, current, edited, drafts, ...actions }: Props) {
  return (
    <ol class="transcript">
      {items.map((item) => (
        <Row
          key={item.id}
          {...{
            item,
            ...actions,
            isLit: lit.has(item.id),
            isCurrent: item.id === current,
            isEdited: item.id === edited,
            draft: drafts.all[item.id],
            onDraft: (text: string) => (text === item.text ? drafts.forget(item.id) : drafts.keep(item.id, text)),
            onLeave: () => drafts.forget(item.id),
          }}
        />
      ))}
    </ol>
  )
}

type RowProps = Pick<Props, 'onPlay' | 'onEdit' | 'onChange'> & {
  item: Item
  isLit: boolean
  isCurrent: boolean
  isEdited: boolean
  draft: string | undefined
  onDraft: (text: string) => void
  onLeave: () => void
}

// Only rows that change are drawn anew: a long consultation has 700 of them, and the sound moves on four times a second.
const Row = memo(
  function Row({ item, isLit, isCurrent, isEdited, draft, onDraft, onLeave, onPlay, onEdit, onChange }: RowProps) {
    const close = () => {
      onLeave()
      onEdit(undefined)
    }
    const names = [isLit && 'lit', isCurrent && 'current'].filter(Boolean).join(' ')
    return (
      <li id={`item-${item.id}`} class={names} aria-current={isCurrent || undefined}>
        <button
          type="button"
          class="time"
          onClick={() => onPlay(item)}
          aria-label={`${t('play')} ${printTime(item.startMs)}`}
        >
          {printTime(item.startMs)}
        </button>
        <span class={`speaker ${item.speaker}`}>{t(item.speaker)}</span>
        {isEdited ? (
          <ItemEditor {...{ item, draft, onDraft, onChange }} onClose={close} />
        ) : (
          <p dir="auto">
            <Words item={item} />
          </p>
        )}
        {!isEdited && (
          <button
            type="button"
            class="edit"
            onClick={() => onEdit(item.id)}
            aria-label={`${t('edit')} ${printTime(item.startMs)}`}
          >
            ✎
          </button>
        )}
      </li>
    )
  },
  (before, after) =>
    before.item === after.item &&
    before.isLit === after.isLit &&
    before.isCurrent === after.isCurrent &&
    before.isEdited === after.isEdited &&
    before.draft === after.draft,
)

/** What the engine wrote in the place of a name, where it differs in more than capitals. */
const heardOtherwise = ({ text, heard }: Word) => (heard?.toLowerCase() === text.toLowerCase() ? undefined : heard)

/** The text, its doubtful words underlined, and names that were put in the place of what was heard. */
function Words({ item }: { item: Item }) {
  const words = printedWords(item).map((word) => ({ ...word, heard: heardOtherwise(word) }))
  if (!words.some(({ confidence = 1, heard }) => heard || confidence < DOUBTFUL)) return <>{item.text}</>
  return (
    <>
      {words.map(({ text, confidence = 1, startMs, heard }, at) => (
        <span key={`${startMs} ${text}`}>
          {at > 0 && ' '}
          {heard || confidence < DOUBTFUL ? <u title={heard ? t('heardAs', heard) : t('doubtful')}>{text}</u> : text}
        </span>
      ))}
    </>
  )
}
