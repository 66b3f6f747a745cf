import { median, printFigure } from '../figures.ts'
import { readSwapped } from '../notes/dialogues.ts'
import { type FasterWhisper, openFasterWhisper } from '../real/faster-whisper.ts'
import type { Errors } from '../score/word-errors.ts'
import { hearByOsler, heardText } from './hear.ts'
import type { SetName } from './recipes.ts'
import { type SpeakerScores, scoreSpeakers } from './speaker-scores.ts'
import { type SpokenConsultation, speakConsultations } from './spoken-consultations.ts'
import { countErrors, countFound, TERMS } from './word-scores.ts'

interface Heard {
  set: SetName
  /** Whether the data has doctor and patient right. */
  hasRoles: boolean
  ours: Errors
  /** Of faster-whisper by itself. */
  alone: Errors
  /** By sort of term: what Osler found, what faster-whisper found, of how many. */
  terms: Record<string, { ours: number; alone: number; wanted: number }>
  speakers: SpeakerScores
}

/** Word errors, clinical terms and speakers over all sets of the bench. */
export async function measureWordsAndSpeakers(): Promise<void> {
  const heard: Heard[] = []
  const swapped = await readSwapped()
  await using alone = await openFasterWhisper()
  for (const consultation of await speakConsultations()) heard.push(await hear(consultation, alone, swapped))
  const mono = heard.filter(({ set }) => set === 'mono')
  printWords('two voices, one microphone', mono, '≤ 1.00 ×, aim 0.90 ×')
  for (const sort of Object.keys(TERMS)) printTerms(sort, mono, [sort], '')
  printTerms('all of these', mono, Object.keys(TERMS), '≥ 75 %, ≥ 1 ×')
  for (const [set, own] of Map.groupBy(heard, ({ set }) => set)) if (set !== 'mono') printWords(set, own, '')
  printSpeakers('stereo, a speaker each', heard, ['stereo'], '≥ 99 %')
  printSpeakers('mono, two voices', heard, ['mono'], '≥ 90 %')
  printSpeakers('mono, three voices', heard, ['three voices'], '≥ 80 %')
  printSpeakers(
    'noise, reverberation, telephone, room',
    heard,
    ['noise', 'reverberation', 'telephone', 'room stereo'],
    '',
  )
  const all = heard.map(({ speakers }) => speakers)
  const named = heard.filter(({ hasRoles }) => hasRoles).map(({ speakers }) => speakers)
  const share = percent(sum(named, 'rightRoles') / sum(named, 'speakers'))
  printFigure('speakers given the right role, all sets, without dialogues that the data has swapped', share, '≥ 95 %')
  const starts = all.flatMap(({ startErrorsMs }) => startErrorsMs)
  printFigure('median error of turn starts, all sets', `${Math.round(median(starts))} ms`, '≤ 200 ms')
}

async function hear(
  consultation: SpokenConsultation,
  fasterWhisper: FasterWhisper,
  swapped: ReadonlySet<string>,
): Promise<Heard> {
  console.error(`hearing ${consultation.id} …`)
  const reference = consultation.turns.map(({ text }) => text).join(' ')
  const transcript = await hearByOsler(consultation.wav)
  const alone = (await fasterWhisper.transcribe(consultation.wav, { language: 'en', batched: false })).text
  const ours = heardText(transcript)
  const terms = Object.entries(TERMS).map(([sort, find]) => {
    const wanted = find(reference)
    const found = (text: string) => countFound(wanted, find(text)).found
    return [sort, { ours: found(ours), alone: found(alone), wanted: wanted.length }] as const
  })
  return {
    set: consultation.set,
    hasRoles: !swapped.has(consultation.id.split('-').at(-1) ?? ''),
    ours: countErrors(reference, ours),
    alone: countErrors(reference, alone),
    terms: Object.fromEntries(terms),
    speakers: scoreSpeakers(consultation, transcript),
  }
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`

function sum<Key extends string>(rows: readonly Record<Key, number>[], key: Key): number {
  return rows.reduce((total, row) => total + row[key], 0)
}

function printWords(name: string, heard: readonly Heard[], goal: string): void {
  const rate = (errors: Errors[]) => sum(errors, 'errors') / sum(errors, 'words')
  const [ours, alone] = [rate(heard.map(({ ours }) => ours)), rate(heard.map(({ alone }) => alone))]
  printFigure(`word errors, ${name} (${percent(ours)} and ${percent(alone)})`, `${(ours / alone).toFixed(2)} ×`, goal)
}

function printTerms(name: string, heard: readonly Heard[], sorts: readonly string[], goal: string): void {
  const rows = heard.flatMap(({ terms }) => sorts.flatMap((sort) => terms[sort] ?? []))
  const [ours, alone] = [sum(rows, 'ours') / sum(rows, 'wanted'), sum(rows, 'alone') / sum(rows, 'wanted')]
  const ratio = `${percent(ours)}, ${(ours / alone).toFixed(2)} ×`
  printFigure(
    `clinical terms heard, ${name} (${sum(rows, 'wanted')} said; faster-whisper ${percent(alone)})`,
    ratio,
    goal,
  )
}

function printSpeakers(name: string, heard: readonly Heard[], sets: readonly SetName[], goal: string): void {
  const rows = heard.filter(({ set }) => sets.includes(set)).map(({ speakers }) => speakers)
  printFigure(`words given to the right speaker, ${name}`, percent(sum(rows, 'rightWords') / sum(rows, 'words')), goal)
}
