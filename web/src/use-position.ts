import { useRef, useState } from 'preact/hooks'
import { answersTo } from '../../src/domain/transcript.ts'
import type { Player } from './control-sound.ts'
import type { Item } from './types.ts'
import { instead, useKeys } from './use.ts'

/** Which items are lit, played and edited; the keyboard and the sound move through them. */
export function usePosition(items: readonly Item[]) {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set())
  const [current, setCurrent] = useState<string>()
  const [edited, setEdited] = useState<string>()
  const player = useRef<Player | undefined>(undefined)
  const played = useRef<readonly string[]>([])

  const itemsOf = (evidence: readonly string[]) => items.filter((item) => evidence.some((id) => answersTo(item, id)))
  const goTo = (item: Item | undefined) => {
    setCurrent(item?.id)
    show(item)
  }
  const move = (by: number) => {
    const at = items.findIndex((item) => item.id === current) + by
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
      e: () => current && instead(() => setEdited(current))(event),
    }
    keys[key]?.()
  })
  return {
    lit,
    current,
    edited,
    setEdited,
    player,
    /** Of no evidence: what plays stays lit. */
    light(pointed: readonly string[]) {
      const evidence = pointed.length === 0 && player.current?.isPlaying() ? played.current : pointed
      setLit(new Set(itemsOf(evidence).map(({ id }) => id)))
      player.current?.light(itemsOf(evidence))
      show(itemsOf(evidence)[0])
    },
    play(evidence: readonly string[]) {
      const [first, ...others] = itemsOf(evidence)
      if (!first) return
      played.current = evidence
      // Items that follow one another are played as one; others would take their time.
      const last = others.findLast((item) => items.indexOf(item) - items.indexOf(first) < evidence.length) ?? first
      player.current?.play(first.startMs, last.endMs)
    },
    /** The sound has come to this time. */
    follow(ms: number) {
      const item = items.findLast(({ startMs }) => startMs <= ms)
      if (item?.id !== current) goTo(item)
    },
  }
}

const show = (item: Item | undefined) =>
  item && document.getElementById(`item-${item.id}`)?.scrollIntoView({ block: 'nearest' })
