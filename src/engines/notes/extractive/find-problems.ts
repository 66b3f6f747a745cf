import type { Claim } from './read-claims.ts'

/** How a clinician turns to the next problem: "for your second problem, the arthritis, …". */
const NUMBERED =
  /^(?:(?:so|and|now|then|okay|alright|first|next|lastly|finally|also|uh|um),? )*(?:for|regarding|as far as|as for|in terms of|with regards? to) (?:your|the|his|her|our|this) (?:(?:first|second|third|fourth|fifth|last|next|other|main|final) )(?:and final )?(?:-?ish )?(?:problems?|issues?|diagnos[ei]s|concerns?|conditions?|one|thing)\b,?(?: (?:here|of|is|for|which is|that we talked about( briefly)?))*,?/i
const NAMED =
  /^(?:(?:so|and|now|then|okay|alright|lastly|finally|also|uh|um),? )*(?:for|regarding|as far as|as for|in terms of|with regards? to|when it comes to) (?:your|the|his|her) (?!next|first|last|past|most|rest|time|exam|physical|medication|plan|assessment|treatment|moment|pain\b|follow)/i

/** Where the name of a problem ends. */
const NAME =
  /^(?:(?:your|the|his|her|this|a|an|of|for|new|newly diagnosed|acute|that) )*(?!i |so |and )([\w'/-]+(?: [\w'/-]+){0,5}?)(?=,|\.|$| (?:your symptoms|first of all|at this|that's|you have|once|right now|because|since|was|were|seems|i|i'm|i'd|i've|we|we'll|let's|your|you|you're|it|it's|is|are|go|continue|looking|which|that|this|what|so|everything|again|um|uh|how|there|do|and i|and we|our)\b)/i

/** A problem with the claims about it, the first of which turns to it. */
export interface Problem {
  name: string
  claims: Claim[]
}

/** The problems that a clinician goes through one by one; claims in front of the first stand without a name. */
export function findProblems(claims: readonly Claim[]): Problem[] {
  const problems: Problem[] = []
  for (const claim of claims) {
    const name = claim.speaker === 'patient' ? undefined : nameOf(claim.text)
    const last = problems.at(-1)
    if (name !== undefined && name !== last?.name) problems.push({ name, claims: [claim] })
    else if (last) last.claims.push(claim)
    else problems.push({ name: '', claims: [claim] })
  }
  return problems
}

/** What the problem is called that a sentence turns to. */
function nameOf(text: string): string | undefined {
  const opener = (NUMBERED.exec(text) ?? NAMED.exec(text))?.[0]
  if (opener === undefined) return undefined
  const name = NAME.exec(text.slice(opener.length).trim())?.[1]?.trim()
  return name && name.length > 3 ? capital(name.replace(/\.$/, '')) : undefined
}

/** The sentence without the words that turned to its problem: what is said of it. */
export function withoutName(text: string): string {
  const opener = (NUMBERED.exec(text) ?? NAMED.exec(text))?.[0]
  if (opener === undefined || nameOf(text) === undefined) return text
  const rest = text.slice(opener.length).trim()
  return rest.slice(NAME.exec(rest)?.[0].length ?? 0).replace(/^[\s,.]+/, '')
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
