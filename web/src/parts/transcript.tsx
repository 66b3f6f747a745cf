import { Fragment } from 'preact'
import { memo } from 'preact/compat'
import type { Drafts } from '../drafts.ts'
import { printTime } from '../format.ts'
import { t } from '../texts.ts'
import { useTold } from '../told.ts'
import type { Item, ItemChange } from '../types.ts'
import type { usePosition } from '../use-position.ts'
import { Icon } from './icon.tsx'
import { ItemEditor } from './item-editor.tsx'
import { PauseMark } from './pause-mark.tsx'
import { Unsure } from './unsure.tsx'

interface Props {
  items: readonly Item[]
  /** Where somebody paused the recording. */
  pausesMs?: readonly number[] | undefined
  marks: ReturnType<typeof usePosition>['marks']
  edited: string | undefined
  onPlay: (item: Item) => void
  /** Undefined of one that is fixed. */
  onEdit: ((id: string | undefined) => void) | undefined
  drafts: Drafts
  onChange: (change: ItemChange) => Promise<boolean>
}

/** What was said, item by item; the one that plays is marked, and so are those that a statement rests on. */
export function TranscriptList({ items, pausesMs = [], edited, drafts, ...actions }: Props) {
  return (
    <ol class="transcript">
      {items.map((item, at) => (
        <Fragment key={item.id}>
          {pausesMs.length > 0 && (
            <Pauses startsMs={pausesMs.filter((ms) => ms > startOf(items[at - 1]) && ms <= item.startMs)} />
          )}
          <Row
            {...{
              item,
              ...actions,
              isEdited: item.id === edited,
              draft: drafts.all[item.id],
              onDraft: (text: string) => (text === item.text ? drafts.forget(item.id) : drafts.keep(item.id, text)),
              onLeave: () => drafts.forget(item.id),
            }}
          />
        </Fragment>
      ))}
      <Pauses startsMs={pausesMs.filter((ms) => ms > startOf(items.at(-1)))} />
    </ol>
  )
}

const startOf = (item: Item | undefined) => item?.startMs ?? -1

const Pauses = ({ startsMs }: { startsMs: readonly number[] }) =>
  startsMs.map((startMs) => <PauseMark key={startMs} startMs={startMs} />)

type RowProps = Pick<Props, 'marks' | 'onPlay' | 'onEdit' | 'onChange'> & {
  item: Item
  isEdited: boolean
  draft: string | undefined
  onDraft: (text: string) => void
  onLeave: () => void
}

// Only rows that change are drawn anew: an hour has 1,300 of them.
const Row = memo(
  function Row({ item, marks, isEdited, draft, onDraft, onLeave, onPlay, onEdit, onChange }: RowProps) {
    const isLit = useTold(marks, ({ lit }) => lit.has(item.id))
    const isCurrent = useTold(marks, ({ current }) => current === item.id)
    const close = () => {
      onLeave()
      onEdit?.(undefined)
    }
    const names = [isLit && 'lit', isCurrent && 'current'].filter(Boolean).join(' ')
    return (
      <li id={`item-${item.id}`} class={names} aria-current={isCurrent || undefined}>
        <button
          type="button"
          class="time"
          tabIndex={-1}
          onClick={() => onPlay(item)}
          aria-label={`${t('play')} ${printTime(item.startMs)}`}
        >
          {printTime(item.startMs)}
        </button>
        <span class={`speaker ${item.speaker}`}>
          <span aria-hidden="true">{t(item.speaker).charAt(0)}</span>
          <span class="hidden">{t(item.speaker)}</span>
        </span>
        {isEdited && onEdit ? (
          <ItemEditor {...{ item, draft, onDraft, onChange }} onClose={close} />
        ) : (
          <p dir="auto">
            <Unsure item={item} />
          </p>
        )}
        {!isEdited && onEdit && (
          <button
            type="button"
            class="edit icon"
            tabIndex={-1}
            onClick={() => onEdit(item.id)}
            aria-label={`${t('edit')} ${printTime(item.startMs)}`}
          >
            <Icon name="pen" />
          </button>
        )}
      </li>
    )
  },
  (before, after) =>
    before.item === after.item &&
    before.isEdited === after.isEdited &&
    before.draft === after.draft &&
    (before.onEdit === undefined) === (after.onEdit === undefined),
)
