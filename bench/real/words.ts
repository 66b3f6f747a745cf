import { formatPlain } from '../../src/domain/transcript.ts'
import { printFigure } from '../figures.ts'
import { countErrors, type Errors } from '../score/word-errors.ts'
import { heardText } from '../speech/hear.ts'
import type { Hearing } from './hear.ts'
import { type Recording, readTranscribed } from './recordings.ts'
import { errorRate, percent, times } from './word-rates.ts'

/** Recordings that are told together, and what their figures must reach. */
interface Group {
  name: string
  has(recording: Recording): boolean
  goal?: string
  ratioGoal?: string
}

const isIn = (language: string) => (recording: Recording) => recording.language === language
const isEnglish = (start: string) => (recording: Recording) =>
  recording.language === 'en' && recording.id.startsWith(start)

const GROUPS: Group[] = [
  { name: 'all English', has: isIn('en'), goal: '≤ 10 %', ratioGoal: '≤ 1.00 ×, aim 0.90 ×' },
  { name: 'played consultation', has: isEnglish('fareez'), goal: '≤ 10.5 %' },
  { name: 'Irish dictation', has: isEnglish('rosehill'), goal: '≤ 6 %' },
  { name: 'FLEURS, English', has: isEnglish('fleurs'), goal: '≤ 4 %' },
  { name: 'clinical dictation', has: isEnglish('mta') },
  { name: 'digits, many accents', has: isEnglish('alnum') },
  { name: 'first language Mandarin', has: isEnglish('ocean') },
  { name: 'French', has: isIn('fr'), ratioGoal: '≤ 1.00 ×' },
  { name: 'Spanish', has: isIn('es'), ratioGoal: '≤ 1.00 ×' },
  { name: 'German', has: isIn('de') },
  { name: 'Italian', has: isIn('it') },
  { name: 'Portuguese', has: isIn('pt') },
]

/** Word errors of a recording: of Osler's words as heard and as printed, and of faster-whisper by itself. */
interface Row {
  recording: Recording
  heard: Errors
  printed: Errors
  alone: Errors
  batched: Errors
}

/** Word errors of real people by kind and language, beside faster-whisper on the same recordings in the same run. */
export async function measureWords({ hear }: Hearing): Promise<void> {
  const rows: Row[] = []
  for (const recording of await readTranscribed()) {
    console.error(`hearing ${recording.id} …`)
    const { osler, alone, batched } = await hear(recording)
    const count = (text: string) => countErrors(recording.reference, text)
    const own = { heard: count(heardText(osler)), printed: count(formatPlain(osler.items)) }
    rows.push({ recording, ...own, alone: count(alone.text), batched: count(batched.text) })
  }
  for (const group of GROUPS) {
    const own = rows.filter(({ recording }) => group.has(recording))
    if (own.length > 0) printGroup(group, own)
  }
}

function printGroup({ name, goal = '', ratioGoal = '' }: Group, rows: readonly Row[]): void {
  const rate = (side: 'heard' | 'printed' | 'alone' | 'batched') => errorRate(rows.map((row) => row[side]))
  const words = rows.reduce((sum, { heard }) => sum + heard.words, 0)
  const files = rows.length === 1 ? '1 file' : `${rows.length} files`
  printFigure(
    `word errors, ${name} (${files}, ${words} words; as printed ${percent(rate('printed'))})`,
    percent(rate('heard')),
    goal,
  )
  const against = (side: 'alone' | 'batched') => `${percent(rate(side))}`
  printFigure(
    `  against faster-whisper by itself (${against('alone')})`,
    times(rate('heard') / rate('alone')),
    ratioGoal,
  )
  printFigure(`  against its batched pipeline (${against('batched')})`, times(rate('heard') / rate('batched')), '')
}
