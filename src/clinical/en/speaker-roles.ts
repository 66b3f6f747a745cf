import { readTable, scoresOf } from '../../platform/linear-model.ts'
import { featuresOfBorders, featuresOfTurn } from './role-features.ts'
import { type Chances, smooth } from './smooth-roles.ts'

/** What was said in one piece, and by which voice, where voices were told apart ("SPEAKER_01"). */
export interface Turn {
  text: string
  voice?: string | undefined
}

export interface RoleGuess {
  role: 'doctor' | 'patient' | 'unspecified'
  /** 0…1, that of the likelier role. */
  confidence: number
}

const LEARNED = readTable(new URL('./learned/speaker-roles.json', import.meta.url))
/** In folds of the training part half of the guesses below this were right, two thirds up to 0.95, 96 % above. */
const LEAST_CONFIDENCE = 0.6
/** What one voice says in several turns is not independent evidence. */
const VOICE_WORTH = 0.5
/**
 * As log-odds: only words that leave no doubt speak against roles that were given. Of ACI-BENCH's 87 consultations the six
 * that judges found swapped throughout have 81 and more, all others and 1,301 short dialogues 0.3 and less.
 */
const CONTRADICTION = 6

/**
 * Who says each turn, doctor or patient, by the words alone: what each turn says, and between which turns the speaker
 * seems to change. Two voices or more that were told apart are judged by everything each says. Unsure is `unspecified`;
 * whoever comes along with the patient counts as patient. Learned by bench/learn/speaker-roles.ts.
 */
export function findRoles(turns: readonly Turn[]): RoleGuess[] {
  const voices = new Set(turns.map(({ voice }) => voice))
  const isSplit = voices.size > 1 && !voices.has(undefined)
  return (isSplit ? chancesOfVoices(turns) : chancesOfTurns(turns)).map(guess)
}

/** True when what the doctor is said to say could only be the patient's, and the other way round. */
export function areRolesSwapped(turns: readonly { text: string; speaker: string }[]): boolean {
  const evidence = sumBy(turns, ({ speaker }) => speaker)
  const [doctor = 0, patient = 0] = [evidence.get('doctor'), evidence.get('patient')]
  return doctor < 0 && patient > 0 && (patient - doctor) * VOICE_WORTH > CONTRADICTION
}

function guess(isDoctor: number): RoleGuess {
  const confidence = Math.max(isDoctor, 1 - isDoctor)
  if (confidence < LEAST_CONFIDENCE) return { role: 'unspecified', confidence }
  return { role: isDoctor > 0.5 ? 'doctor' : 'patient', confidence }
}

function chancesOfTurns(turns: readonly Turn[]): number[] {
  const borders = featuresOfBorders(turns.map(({ text }) => text))
  const changes = borders.map((features) => logistic(scoresOf(LEARNED, features)[CHANGES] ?? 0))
  return smooth(
    turns.map(({ text }): Chances => {
      const isDoctor = logistic(doctorOdds(text))
      return [isDoctor, 1 - isDoctor]
    }),
    changes,
  )
}

/** Of two voices one is the doctor's: what speaks for the one speaks against the other. */
function chancesOfVoices(turns: readonly Turn[]): number[] {
  const evidence = sumBy(turns, ({ voice = '' }) => voice)
  const all = [...evidence.values()].reduce((sum, value) => sum + value, 0)
  const against = (own: number) => (evidence.size === 2 ? all - own : 0)
  return turns.map(({ voice = '' }) => {
    const own = evidence.get(voice) ?? 0
    return logistic((own - against(own)) * VOICE_WORTH)
  })
}

function sumBy<Said extends { text: string }>(
  turns: readonly Said[],
  keyOf: (turn: Said) => string,
): Map<string, number> {
  const sums = new Map<string, number>()
  for (const turn of turns) sums.set(keyOf(turn), (sums.get(keyOf(turn)) ?? 0) + doctorOdds(turn.text))
  return sums
}

const [DOCTOR, CHANGES] = ['doctor', 'changes'].map((name) => LEARNED.models.indexOf(name)) as [number, number]

/** No turn says more than this for one role, however long it is. */
const MOST_ODDS = 10

/** As log-odds, how much the words of a turn sound like the doctor's. */
function doctorOdds(text: string): number {
  const odds = scoresOf(LEARNED, featuresOfTurn(text))[DOCTOR] ?? 0
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds))
}

const logistic = (odds: number) => 1 / (1 + Math.exp(-odds))
