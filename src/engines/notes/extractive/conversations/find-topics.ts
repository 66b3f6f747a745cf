import { plainWords } from '../../../../clinical/en/words.ts'
import type { Statement } from '../../../../domain/note.ts'
import { AGENDA } from './meeting-cues.ts'
import type { Sentence } from './sentences.ts'

const MOST_TOPICS = 7
const MOST_WORDS = 4
const LEAST_LETTERS = 4
const LEAST_SENTENCES = 3
const LEAST_SENTENCES_OF_PHRASE = 2

/** Words that name no topic: those between topics, and those of meetings themselves. */
const EMPTY = new Set(
  (
    "a an the and or but so because if then than that this these those there here it its it's i i'm i'll i've i'd you your " +
    "you're we we're we'll we've our us he she they them their his her my me who what when where which how why is are was " +
    'were be been being am do does did done have has had will would can could shall should may might must need needs to ' +
    'of in on at by for from with about into over under up down out off as not no yes yeah okay just also very really ' +
    'more most some any all each every much many lot bit thing things think know going go get got make made take let ' +
    "let's see say said want like look right well now still even only back good great sure please thanks thank maybe " +
    'today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday week weeks month months day days ' +
    'year meeting everyone everybody item agenda next first last one two three four five six seven eight nine ten ' +
    "that's there's don't didn't doesn't can't won't name send call ask agreed decided new mg ml mcg once twice daily"
  ).split(' '),
)

interface Topic {
  name: string
  sentences: readonly Sentence[]
}

/**
 * What a meeting is about: what its agenda names, then the runs of words that come back, without those that name
 * nothing (the candidates of RAKE; Rose and others, 2010). Each rests on every sentence that names it.
 */
export function findTopics(sentences: readonly Sentence[]): Statement[] {
  const chosen: Topic[] = []
  for (const topic of [...onAgenda(sentences), ...comingBack(sentences)]) {
    const isKnown = chosen.some(({ name }) => isWithin(name, topic.name) || isWithin(topic.name, name))
    if (!isKnown && chosen.length < MOST_TOPICS) chosen.push(topic)
  }
  return chosen.map(({ name, sentences: named }) => ({
    text: name.charAt(0).toUpperCase() + name.slice(1),
    evidence: [...new Set(named.map(({ itemId }) => itemId))],
    support: 'derived',
    attributes: { type: 'topic' },
  }))
}

const isWithin = (part: string, whole: string) => ` ${whole} `.includes(` ${part} `)

function onAgenda(sentences: readonly Sentence[]): Topic[] {
  return sentences.flatMap(({ text }) => {
    const [name] = cutRuns(plainWords(text.match(AGENDA)?.[1] ?? ''))
    return name ? [{ name, sentences: sentences.filter(({ said }) => isWithin(name, said)) }] : []
  })
}

function comingBack(sentences: readonly Sentence[]): Topic[] {
  const named = new Map<string, Set<Sentence>>()
  for (const sentence of sentences) {
    for (const name of cutRuns(sentence.words).flatMap(partsOf))
      named.set(name, (named.get(name) ?? new Set()).add(sentence))
  }
  return [...named]
    .filter(([name, { size }]) => size >= (name.includes(' ') ? LEAST_SENTENCES_OF_PHRASE : LEAST_SENTENCES))
    .map(([name, found]) => ({ name, sentences: [...found] }))
    .toSorted((a, b) => weigh(b) - weigh(a))
}

const weigh = ({ name, sentences }: Topic) => sentences.length * name.split(' ').length

/** Runs of words that may name something. */
function cutRuns(words: readonly string[]): string[] {
  const runs: string[][] = [[]]
  for (const word of words) {
    if (EMPTY.has(word) || EMPTY.has(word.replace(/s$/, ''))) runs.push([])
    else runs.at(-1)?.push(word)
  }
  return runs.filter(({ length }) => length > 0).map((run) => run.slice(0, MOST_WORDS).join(' '))
}

/** A run of words, its pairs and its longer words. */
function partsOf(run: string): string[] {
  const words = run.split(' ')
  const pairs = words.slice(1).map((word, at) => `${words[at]} ${word}`)
  return [...new Set([run, ...pairs, ...words])].filter((part) => part.includes(' ') || part.length >= LEAST_LETTERS)
}
