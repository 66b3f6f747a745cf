import { readConversation, type Told } from '../../../clinical/romance/conversation.ts'
import { correctionIn } from '../../../clinical/romance/corrections.ts'
import { type Meaning, meaningsOf } from '../../../clinical/romance/meanings.ts'
import type { RomanceLanguage } from '../../../clinical/romance/romance-language.ts'
import type { Sentence } from '../../../clinical/romance/sentence.ts'
import type { Speaker } from '../../../domain/transcript.ts'

/** Something of what was told, with all that was told with it. */
export interface Said extends Meaning {
  /** The place of what it was told in, and of its sentence there. */
  told: number
  /** False where it was only asked: it stands when its answer is cited too. */
  items: readonly string[]
}

/** A conversation, read once for all statements about it. */
export interface RomanceConversation {
  said: readonly Said[]
  sentences: readonly Sentence[]
}

export function readEvidence(
  items: readonly { id: string; text: string; speaker: Speaker }[],
  language: RomanceLanguage,
): RomanceConversation {
  const told = readConversation(items, language)
  const said = told.flatMap((one, at) => saidIn(one, at, language))
  return {
    said,
    sentences: told.flatMap(({ questions, sentence, corrections }) => [...questions, sentence, ...corrections]),
  }
}

/** What a sentence, or a question with its answer, says when all of it is heeded: what is denied, what is taken back. */
function saidIn(one: Told, told: number, language: RomanceLanguage): Said[] {
  const { questions, sentence, answer, corrections, antecedent } = one
  const own = withoutTakenBack(sentence, meaningsOf(sentence, language, antecedent?.person), language)
  const corrected = corrections.flatMap((each) => meaningsOf(each, language, antecedent?.person))
  const kept = own.filter(({ sort }) => !replaces(corrected, sort))
  const behind = [
    ...kept.map((meaning) => place(meaning, told, [sentence.itemId])),
    ...corrections.flatMap((each) =>
      meaningsOf(each, language, antecedent?.person).map((meaning) => place(meaning, told, [each.itemId])),
    ),
  ]
  const asked = questions.flatMap((question, index) => {
    const isLast = index === questions.length - 1
    const meanings = meaningsOf(question, language)
    const isDenied = answer?.says === 'no' && answer.rest.length === 0
    const read = isLast ? answerTo(question, meanings, one, language) : isDenied ? deny(meanings) : []
    return read.map((meaning) => place(meaning, told, [question.itemId, sentence.itemId]))
  })
  return [...asked, ...behind]
}

const place = (meaning: Meaning, told: number, items: readonly string[]): Said => ({
  ...meaning,
  told,
  items: [...new Set(items)],
})

/** A side, an amount or a medicine that is said behind takes the place of the one before. */
const replaces = (behind: readonly Meaning[], sort: Meaning['sort']) =>
  (sort === 'side' || sort === 'amount' || sort === 'medicine') && behind.some((one) => one.sort === sort)

/** "Le genou droit, non, le gauche" is the left one. */
function withoutTakenBack(sentence: Sentence, meanings: Meaning[], language: RomanceLanguage): Meaning[] {
  const cut = correctionIn(sentence, language)
  if (cut === undefined) return meanings
  const behind = meanings.filter(({ start }) => start >= cut)
  return meanings.filter(({ start, sort }) => start >= cut || !replaces(behind, sort))
}

const turn = (meaning: Meaning, denial: Meaning['denial']): Meaning => ({ ...meaning, denial })
const deny = (meanings: readonly Meaning[]): Meaning[] =>
  meanings.flatMap((meaning) => (meaning.denial === 'stated' ? [turn(meaning, 'denied')] : []))

/** What of a question its answer makes so. */
function answerTo(
  question: Sentence,
  all: readonly Meaning[],
  { sentence, answer, antecedent }: Told,
  language: RomanceLanguage,
): Meaning[] {
  const own = meaningsOf(sentence, language, antecedent?.person)
  const hasAlternatives = all.filter(({ sort }) => sort === 'side').length > 1
  const meanings = all.filter(({ sort, isOpen }) => !isOpen && !(sort === 'side' && hasAlternatives))
  if (answer?.says === 'yes') {
    const isSeveral =
      meanings.filter(({ sort }) => sort === 'name').length > 1 && /(?:^| )(?:ou|o|u)(?: |$)/.test(question.said)
    return isSeveral ? [] : meanings.filter(({ denial }) => denial === 'stated')
  }
  if (answer?.says === 'no') {
    const isReplaced = own.length > 0 && own.every(({ sort }) => sort === 'side' || sort === 'amount')
    return isReplaced ? meanings.filter(({ sort }) => !replaces(own, sort)) : deny(meanings)
  }
  const isOpen = language.questions.open.test(question.said)
  const isTold =
    own.every(({ denial, isOpen: isDoubted }) => denial === 'stated' && !isDoubted) &&
    !language.questions.elliptic.test(sentence.said)
  return isOpen || isTold ? meanings.filter(({ sort, denial }) => denial === 'stated' && !replaces(own, sort)) : []
}
