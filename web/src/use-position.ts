import { useRef, useState } from 'preact/hooks'
import { answersTo } from '../../src/domain/transcript.ts'
import type { Player } from './control-sound.ts'
import { createTold } from './told.ts'
import type { Item } from './types.ts'
import { instead, useKeys } from './use.ts'

/** The ids of the items that a statement rests on, and of the one that is heard. */
interface Marks {
  lit: ReadonlySet<string>
  current: string | undefined
}

/**
 * Which items are lit, played and edited; the keyboard and the sound move through them. The marks change with every
 * movement of the hand, so only the rows that they touch read them: an hour has 1,300 rows.
 */
export function usePosition(items: readonly Item[]) {
  const [marks] = useState(() => createTold<Marks>({ lit: new Set(), current: undefined }))
  const [edited, setEdited] = useState<string>()
  const player = useRef<Player | undefined>(undefined)
  const played = useRef<readonly string[]>([])
  // Read when something happens: the player and the rows keep what they were first given.
  const newest = useRef(items)
  newest.current = items

  const itemsOf = (evidence: readonly string[]) =>
    newest.current.filter((item) => evidence.some((id) => answersTo(item, id)))
  const goTo = (item: Item | undefined) => {
    marks.put({ ...marks.read(), current: item?.id })
    show(item)
  }
  const move = (by: number) => {
    const at = items.findIndex((item) => item.id === marks.read().current) + by
    const item = items[Math.min(Math.max(0, at), items.length - 1)]
    if (item) player.current?.seek(item.startMs)
    goTo(item)
  }
  useKeys((key, event) => {
    const isButton = (event.target as HTMLElement).matches('button, a, summary')
    const keys: Record<string, () => void> = {
      ' ': () => !isButton && instead(() => player.current?.toggle())(event),
      j: () => move(1),
      k: () => move(-1),
      e: () => marks.read().current && instead(() => setEdited(marks.read().current))(event),
    }
    keys[key]?.()
  })
  return {
    marks,
    edited,
    setEdited,
    player,
    /** Of no evidence: what plays stays lit. */
    light(pointed: readonly string[]) {
      const evidence = pointed.length === 0 && player.current?.isPlaying() ? played.current : pointed
      const lit = itemsOf(evidence)
      marks.put({ ...marks.read(), lit: new Set(lit.map(({ id }) => id)) })
      player.current?.light(lit)
      show(lit[0])
    },
    play(evidence: readonly string[]) {
      const [first, ...others] = itemsOf(evidence)
      if (!first) return
      played.current = evidence
      // Items that follow one another are played as one; others would take their time.
      const all = newest.current
      const last = others.findLast((item) => all.indexOf(item) - all.indexOf(first) < evidence.length) ?? first
      player.current?.play(first.startMs, last.endMs)
    },
    /** The sound has come to this time. */
    follow(ms: number) {
      const item = newest.current.findLast(({ startMs }) => startMs <= ms)
      if (item?.id !== marks.read().current) goTo(item)
    },
  }
}

const show = (item: Item | undefined) =>
  item && document.getElementById(`item-${item.id}`)?.scrollIntoView({ block: 'nearest' })
