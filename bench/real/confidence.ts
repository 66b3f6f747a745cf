import { estimateAccuracy } from '../../src/domain/accuracy.ts'
import { median, printFigure } from '../figures.ts'
import { comparableWords } from '../score/comparable-words.ts'
import { countErrors } from '../score/word-errors.ts'
import { heardText } from '../speech/hear.ts'
import type { Hearing } from './hear.ts'
import { byTenth, type JudgedWord, judgeHeard, shareRight } from './judged-words.ts'
import { readTranscribed } from './recordings.ts'
import { percent } from './word-rates.ts'

interface Row {
  id: string
  language: string
  words: JudgedWord[]
  errorRate: number
  /** The mean of its confidences; undefined where nothing was heard. */
  estimated: number | undefined
  isWarned: boolean
}

/** From these word errors on a recording must carry a warning. */
const BAD_RATE = 0.5
/** The words that the goal is about: likely, not sure. */
const GOAL_TENTH = 8
const GOAL = '0.75–0.95'

/** Whether confidences are true of people, by word and by recording. */
export async function measureConfidence({ hear }: Hearing): Promise<void> {
  const rows: Row[] = []
  for (const recording of await readTranscribed()) {
    const { id, language, reference } = recording
    console.error(`hearing ${id} …`)
    const { osler } = await hear(recording)
    const { errors, words } = countErrors(reference, heardText(osler))
    const heard = osler.items.flatMap((item) => item.words)
    rows.push({
      ...{ id, language, errorRate: errors / words, words: judgeHeard(reference, heard, comparableWords) },
      ...{ estimated: estimateAccuracy(osler.items), isWarned: osler.warnings.length > 0 },
    })
  }
  const english = rows.filter(({ language }) => language === 'en')
  for (const [tenth, words] of tenthsOf(english).entries()) printTenth('English words', tenth, words)
  printTenth('words of all languages', GOAL_TENTH, tenthsOf(rows)[GOAL_TENTH] ?? [])
  printEstimates('English', english)
  printEstimates('all languages', rows)
  const bad = rows.filter(({ errorRate }) => errorRate > BAD_RATE)
  const missed = bad.filter(({ isWarned }) => !isWarned).map(({ id }) => id)
  printFigure(`files above 50 % word errors without a warning, of ${bad.length}`, String(missed.length), '0')
  if (missed.length > 0) console.log(`  ${missed.join(', ')}`)
}

const tenthsOf = (rows: readonly Row[]) => byTenth(rows.flatMap(({ words }) => words))

function printTenth(name: string, tenth: number, words: readonly JudgedWord[]): void {
  const range = `${(tenth / 10).toFixed(1)}–${((tenth + 1) / 10).toFixed(1)}`
  const share = words.length > 0 ? shareRight(words).toFixed(2) : '–'
  printFigure(
    `${name} at confidence ${range} that are right, of ${words.length}`,
    share,
    tenth === GOAL_TENTH ? GOAL : '',
  )
}

/** How far the estimated accuracy of a recording is from the true one, 1 less its word errors. */
function printEstimates(name: string, rows: readonly Row[]): void {
  const off = rows.flatMap(({ estimated, errorRate }) =>
    estimated === undefined ? [] : estimated - Math.max(0, 1 - errorRate),
  )
  const mean = off.reduce((sum, one) => sum + one, 0) / off.length
  const sign = mean > 0 ? '+' : ''
  printFigure(
    `estimated accuracy of a file against the true one, median distance, ${name} (mean ${sign}${percent(mean)})`,
    percent(median(off.map(Math.abs))),
    '',
  )
}
