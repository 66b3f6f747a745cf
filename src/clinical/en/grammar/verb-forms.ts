import type { Token } from './tokens.ts'

const SINGULAR: Record<string, string> = { am: 'is', are: 'is', were: 'was', have: 'has', do: 'does', go: 'goes' }
const PLURAL: Record<string, string> = { am: 'are', is: 'are', was: 'were', has: 'have', does: 'do' }
/** Their past has the form of their present: "I put", "I quit". */
const UNCHANGING = /^(?:put|cut|hit|hurt|quit|let|set|shut|spread|split|read|cost|burst)$/
const INVARIABLE =
  /^(?:can|cannot|could|may|might|must|shall|should|will|would|had|did|is|was|has|does|been|used|ought)$/

/** The finite verb behind "I" or "you" as it stands behind "the patient": "take" is "takes", "were" is "was". */
export function agreeSingular({ word, lemma, pos }: Pick<Token, 'word' | 'lemma' | 'pos'>): string {
  const known = SINGULAR[word]
  if (known !== undefined) return known
  if (INVARIABLE.test(word) || pos === 'PART') return word
  if (word !== lemma || (UNCHANGING.test(word) && word !== 'hurt')) return word
  if (/(?:s|x|z|ch|sh|o)$/.test(word)) return `${word}es`
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`
}

/** The same behind "they". */
export const agreePlural = ({ word, lemma, pos }: Pick<Token, 'word' | 'lemma' | 'pos'>): string =>
  PLURAL[word] ?? (pos === 'VERB' && word.endsWith('s') ? lemma : word)

/** The verb as it stands behind "to". */
export function toInfinitive({ word, lemma }: Pick<Token, 'word' | 'lemma'>): string {
  return /^(?:am|is|are|was|were|been)$/.test(word) ? 'be' : lemma
}

const PAST: Record<string, string> = Object.fromEntries(
  (
    'be=was have=had do=did go=went come=came get=got take=took feel=felt see=saw find=found fall=fell begin=began eat=ate ' +
    'drink=drank sleep=slept give=gave make=made say=said tell=told think=thought know=knew break=broke lose=lost leave=left ' +
    'keep=kept bring=brought run=ran wake=woke stand=stood sit=sat hear=heard hold=held meet=met pay=paid spend=spent ' +
    'stop=stopped stick=stuck swell=swelled throw=threw bleed=bled bite=bit drive=drove grow=grew speak=spoke stay=stayed ' +
    'buy=bought catch=caught teach=taught send=sent lend=lent bend=bent build=built lie=lay ride=rode write=wrote wear=wore ' +
    'tear=tore fight=fought choose=chose freeze=froze steal=stole shake=shook slide=slid slip=slipped trip=tripped ' +
    'strike=struck sting=stung shoot=shot swim=swam sing=sang fly=flew draw=drew blow=blew sell=sold mean=meant deal=dealt ' +
    'lead=led feed=fed dig=dug hang=hung stick=stuck spin=spun win=won forget=forgot plan=planned rub=rubbed drop=dropped ' +
    'pop=popped snap=snapped rip=ripped shop=shopped admit=admitted prefer=preferred occur=occurred refer=referred wean=weaned'
  )
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

/** The past form of a verb by its lemma. */
export function toPast(lemma: string): string {
  const known = PAST[lemma]
  if (known !== undefined || UNCHANGING.test(lemma)) return known ?? lemma
  if (lemma.endsWith('e')) return `${lemma}d`
  return /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`
}
