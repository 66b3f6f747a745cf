import { isHeardClearly } from '../../../../clinical/en/facts/read-sentences.ts'
import { plainWords } from '../../../../clinical/en/words.ts'
import type { Item } from '../../../../domain/transcript.ts'
import { AGENT_CHECKLIST } from '../../../proof/checklists/agent-checklist.ts'
import { heardOf, isHeard } from '../../../proof/checklists/checklist.ts'
import { OFFER, REASON, TROUBLE } from './call-cues.ts'
import { voiceOf } from './sentences.ts'

/**
 * Who is who in a call. Where voices could not be told apart, what agents say is not the caller's, and why somebody calls
 * is not the agent's; the rest may be either's.
 */
export interface CallVoices {
  areKnown: boolean
  /** Everything that was heard clearly. */
  items: readonly Item[]
  agent: readonly Item[]
  caller: readonly Item[]
}

/** How much more one voice must sound like an agent than the next. */
const LEAST_LEAD = 2
/** Anyone says these. */
const TELL_NOTHING = ['Greeting', 'Explanation']

/** The agent is the voice that says most of the agent's list and gives no reason for a call, where it is clearly ahead. */
export function tellVoices(all: readonly Item[]): CallVoices {
  const items = all.filter(isHeardClearly)
  const agent = findAgent(items)
  const isAgent = (item: Item) => (agent ? voiceOf(item) === agent : soundsLikeAgent(item))
  return {
    areKnown: agent !== undefined,
    items,
    agent: items.filter((item) => (agent ? isAgent(item) : !soundsLikeCaller(item))),
    caller: items.filter((item) => !isAgent(item)),
  }
}

const TELLING = AGENT_CHECKLIST.filter(({ name }) => !TELL_NOTHING.includes(name))

const says = ({ text }: Item, cue: RegExp) => cue.test(plainWords(text).join(' '))
const soundsLikeCaller = (item: Item) => says(item, REASON) || says(item, TROUBLE)
/** Only whoever takes calls offers help. */
const offers = (item: Item) => says(item, OFFER)
const soundsLikeAgent = ({ text }: Item) => TELLING.some((check) => isHeard(check, text))

function findAgent(items: readonly Item[]): string | undefined {
  const voices = new Set(items.flatMap((item) => voiceOf(item) ?? []))
  const ranked = [...voices]
    .map((voice) => ({ voice, points: weigh(items.filter((item) => voiceOf(item) === voice)) }))
    .toSorted((a, b) => b.points - a.points)
  const [first, second] = ranked
  return first && second && first.points - second.points >= LEAST_LEAD ? first.voice : undefined
}

function weigh(items: readonly Item[]): number {
  const texts = items.map(({ text }) => text)
  const more = (items.some(offers) ? LEAST_LEAD : 0) - (items.some(soundsLikeCaller) ? LEAST_LEAD : 0)
  return heardOf(TELLING, texts).length + more
}
