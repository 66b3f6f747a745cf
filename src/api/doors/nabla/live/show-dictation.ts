import type { LiveWork } from '../../../capabilities.ts'
import type { Dictation, Show } from './dialect.ts'
import { DictatedField } from './dictated-field.ts'

/** How a dialect writes the text of a field. */
export interface DictationFormat {
  /** Is added to the field as it is. */
  formatText(text: string): object
  /** The end of the field goes, where it is this, and the other stands there. */
  formatCorrection(suffix: string, replacement: string): object
  /** Takes the place of the item of the same id. */
  formatItem(item: { id: string; text: string; startMs: number; isFinal: boolean }): object
}

/** Tells what is dictated into a field: as texts that are added, or as items. */
export function showDictation(dictation: Dictation, { language }: LiveWork, format: DictationFormat): Show {
  const field = new DictatedField(dictation, language)
  return dictation.isAppended ? showTexts(field, format) : showItems(field, format)
}

function showTexts(field: DictatedField, { formatText, formatCorrection }: DictationFormat): Show {
  const textOf = (text: string) => (text === '' ? [] : [formatText(text)])
  return (told) => {
    if (told.type === 'finished') return textOf(field.end())
    if (told.type !== 'final') return []
    const { text, takenBack } = field.add(told.id, told.items)
    // An empty suffix would empty the field.
    return [...takenBack.map((added) => formatCorrection(added.text, '')), ...textOf(text)]
  }
}

function showItems(field: DictatedField, { formatItem }: DictationFormat): Show {
  let recordingId = ''
  const idOf = (id: string) => `${recordingId}-${id}`
  const shown = new Set<string>()
  return (told) => {
    if (told.type === 'open') recordingId = told.id
    if (told.type !== 'partial' && told.type !== 'final') return []
    const { startMs } = told
    const own = { id: idOf(told.id), startMs }
    if (told.type === 'partial') {
      shown.add(told.id)
      return [formatItem({ ...own, text: field.preview(told.words.map(({ text }) => text).join(' ')), isFinal: false })]
    }
    const { text, takenBack } = field.add(told.id, told.items)
    const empty = takenBack.map(({ id }) => formatItem({ id: idOf(id), text: '', startMs: 0, isFinal: true }))
    return text === '' && !shown.has(told.id) ? empty : [...empty, formatItem({ ...own, text, isFinal: true })]
  }
}
