import type { LanguageTag } from './language.ts'
import type { Item, Speaker, Transcript } from './transcript.ts'

/** Who speaks, as people write it in front of a line: English, French, Spanish. */
const SPEAKERS: [Speaker, RegExp][] = [
  ['doctor', /^(?:dr|doctora?|clinician|gp|nurse|m[ée]decin|docteure?|clinicienn?e?|m[ée]dic[oa]|cl[ií]nic[oa])\.?$/i],
  ['patient', /^(?:pt|patiente?|paciente)\.?$/i],
]

/** Words that a person pastes: an item for each line, without times, since nothing was heard. */
export function readPasted(text: string, language: LanguageTag): Transcript {
  const lines = text.split('\n').flatMap((line) => line.trim() || [])
  const items = lines.map(readLine).filter((item) => item.text !== '')
  return { language, durationMs: 0, items, engine: 'client', model: 'client', warnings: [] }
}

function readLine(line: string, index: number): Item {
  const [, name = '', said = ''] = /^([\p{L}.]{1,12})\s*:\s*(.*)$/u.exec(line) ?? []
  const speaker = SPEAKERS.find(([, names]) => names.test(name))?.[0]
  const text = speaker ? said : line
  return { id: `i${index + 1}`, text, speaker: speaker ?? 'unspecified', startMs: 0, endMs: 0, words: [] }
}
