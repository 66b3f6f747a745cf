import type { LiveWork } from '../../../capabilities.ts'
import type { HeardItem, Show, StreamConfig } from './dialect.ts'
import { openShown } from './show-heard.ts'
import { localeOf } from './translate.ts'

/** Tells a conversation, an utterance or a sentence an item. */
export function showItems(config: StreamConfig, work: LiveWork, formatItem: (item: HeardItem) => object): Show {
  const show = openShown(config.bySentence)
  const locale = localeOf(config, work.language)
  let recordingId = ''
  return (told) => {
    if (told.type === 'open') recordingId = told.id
    if (told.type !== 'partial' && told.type !== 'final') return []
    const speaker = config.streams[told.channel]?.speaker ?? 'unspecified'
    // Clients keep the items of all sockets of a visit by their ids, and each recording counts from one.
    return show(told).map((shown) => formatItem({ ...shown, id: `${recordingId}-${shown.id}`, speaker, locale }))
  }
}
