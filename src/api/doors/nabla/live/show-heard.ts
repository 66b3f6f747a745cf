import type { LiveChange } from '../../../../domain/live.ts'
import { formatPlain } from '../../../../domain/transcript.ts'
import type { HeardItem } from './dialect.ts'

type Heard = Extract<LiveChange, { type: 'partial' | 'final' }>
type Shown = Pick<HeardItem, 'id' | 'text' | 'startMs' | 'endMs' | 'isFinal'>

/**
 * What clients are shown of an utterance: each text takes the place of the one of the same id. They merge by id and start, so
 * the first item of an utterance keeps both while its end grows.
 */
export function openShown(bySentence: boolean): (heard: Heard) => Shown[] {
  const open = new Set<string>()
  return (heard) => {
    const { id, startMs, endMs } = heard
    const wasShown = open.has(id)
    if (heard.type === 'partial') {
      const text = heard.words.map((word) => word.text).join(' ')
      if (text === '' && !wasShown) return []
      open.add(id)
      return [{ id, text, startMs, endMs, isFinal: false }]
    }
    open.delete(id)
    // A text that was shown and not understood in the end is taken back.
    if (heard.items.length === 0) return wasShown ? [{ id, text: '', startMs, endMs, isFinal: true }] : []
    if (!bySentence) return [{ id, text: formatPlain(heard.items), startMs, endMs, isFinal: true }]
    return heard.items.map((item, at) => {
      const times = { startMs: at === 0 ? startMs : item.startMs, endMs: item.endMs }
      return { id: item.id, text: item.text, ...times, isFinal: true }
    })
  }
}
