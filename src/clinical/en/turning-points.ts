/** A piece of so few words is no sentence that another could follow. */
const LEAST_WORDS = 3
const HAS_VERB =
  /\b(?:am|is|are|was|were|have|has|had|do|does|did|don't|didn't|can|could|will|would|should|\w+'(?:s|m|re|ve|ll|d|t)|hear|see|feel|listen|take|took|think|know|need|get|got|look|looks|looked|appreciate|notice|reviewed|hurts?|go|continue|start|increase)\b/
/** Words that need what stands behind them. */
const HOLDS =
  /^(?:a|an|the|my|your|his|her|of|in|on|at|to|for|with|by|from|about|than|as|and|or|but|because|if|when|while|that|which|who|what|how|where|why|is|are|was|were|am|be|been|have|has|had|do|does|did|will|would|can|could|should|not|very|really|just|also|i|we|he|she|they|i'm|you're|we're|it's|that's|there's|some|any|no|every|each|more|don't|didn't|feels?|feeling|think|say|know|go|going|gonna|not|doing|being|pretty|it'll|is it|or)$/
/** "For you", "help it": it stands for somebody, and holds nothing. */
const GOVERNS =
  /^(?:for|with|to|of|about|on|in|at|from|help|helps|give|see|saw|tell|put|keep|get|refer|send|take|taking|do|doing|did|improve|from|got|like|have|had|for|all|check|checked|treat|use|using)$/
const OKAY = /^(?:okay|ok|alright|alrighty)$/
const FEELS_OKAY =
  /^(?:is|are|was|were|be|been|it's|that's|i'm|you're|he's|she's|doing|feel|feels|feeling|looks?|sounds?|seems?|pretty|quite|if|went|going|eating|and|but|so|okay|alright|or|not)$/
const STRONG = /^so (?:when|if|i'm|i'll|we're|we'll|let's|for (?:your|the)|on your|what (?:i|we|i'm|we're))\b/
/** "So that you can", "so much", "so i can eat": what for, and how much. */
const OF_PURPOSE =
  /^(?:that|much|many|far|long|bad|badly|often|well|good|as|forth|on and|called|just|little|tired|hard|(?:i|you|we|he|she|it|they) (?:can|could|don't|doesn't|won't|will|would|may|might)|(?:your|the|that) [\w ]{2,24} (?:can|could|will|doesn't|don't|may))\b/
/** How a clinician turns to a part of the examination, to a result or to a problem. */
const TURNS =
  /^(?:(?:so|and|but|now|then|also|okay|alright) )*(?:(?:on|upon|with) (?:your|the|his|her|my) (?:[\w-]+ ){0,4}?(?:exam|examination)|(?:on|upon) (?:palpation|auscultation|inspection|percussion|looking at|listening to|examining|examination)|(?:listening|listen) to (?:your|the|his|her) (?:heart|lungs?|chest|abdomen|belly|neck|bowel)|looking (?:at|in) (?:your|the|his|her)|for (?:the |your |his |her )?(?:(?:first|second|third|fourth|next|last|other) )?(?:problem|diagnosis|issue) (?:number|is|here|of|the)|in terms of (?:your|the)|as far as (?:your|the)|(?:for|with|on) (?:your|the) (?:[\w-]+ ){1,3}(?:that (?:we've|we have|i've|you have|you've) (?:[\w-]+ ){1,4})?(?:now |so )?(?:i'm|i'll|we're|we'll|let's|i want|i would|i'd|we can)|let's (?:talk|go over|discuss|move)|(?:and )?before (?:i|we) do\b|(?:i'm|we're|i'll|we'll) also)\b/
/** "Get a scale | weigh yourself daily | call me if you gain weight". */
const ORDERS =
  /^(?:weigh yourself|call (?:me|us) if|keep (?:it|your \w+) (?:up|elevated)|follow up with|come back (?:in|if)|take your (?:medications?|tablets)|definitely (?:stay|take|watch|track|keep)|make sure (?:that )?you(?:'re)? (?:get|take|taking|keep))\b/
const HOLDS_TURN =
  /^(?:just|i'm|am|was|was|were|go|gonna|by|from|when|while|after|before|keep|start|been|you're|are|be)$/
const PERCEIVES =
  /^(?:i|we) (?:also |do |still |can |did |don't |didn't |just |do not |did not |can't |only )*(?:hear|see|feel|note|notice|appreciate|find|identify|detect|palpate) (?:any|some|a|an|no|the|mild|moderate|slight|fine|your|that|good|two|bilateral|trace|pitting)\b/

/**
 * Where somebody who speaks without marks turns to the next thing, at the word `at` of a piece that began at `start`:
 * "… bilaterally | so on looking at your skin", "… surgically | okay | for problem number two", "… adenopathy | listening to your heart".
 */
export function isTurningPoint(words: readonly string[], start: number, at: number): boolean {
  const [before = '', word = ''] = [words[at - 1], words[at]]
  const piece = words.slice(start, at)
  if (piece.length < LEAST_WORDS || holds(words, at - 1)) return false
  const behind = words.slice(at, at + 9).join(' ')
  if (OKAY.test(word))
    return (
      !FEELS_OKAY.test(before) &&
      !/^(?:because|since|if|as|with|when)$/.test(words[at + 1] ?? '') &&
      words.length - at > LEAST_WORDS
    )
  // "For problem number two | so the pneumonitis | so that's …".
  if (word === 'so' && STRONG.test(behind)) return words.length - at > LEAST_WORDS
  if (ORDERS.test(behind) && !/^(?:please|just|then|also|you|always|to|and|will|definitely)$/.test(before)) return true
  if (!HAS_VERB.test(piece.join(' '))) return false
  if (word === 'so') return words.length - at > LEAST_WORDS && !OF_PURPOSE.test(behind.slice('so '.length))
  return (TURNS.test(behind) && !HOLDS_TURN.test(before)) || PERCEIVES.test(behind)
}

/** "Before coming in", "that you do have": nothing needs to stand behind it. */
const ENDS = /\b(?:com(?:e|es|ing)|came|brought|check(?:ed|ing)?|go(?:es|ing)?) (?:in|on|by)$|\bdo(?:es)? have$/

const holds = (words: readonly string[], at: number) =>
  (HOLDS.test(words[at] ?? '') && !ENDS.test(words.slice(at - 1, at + 1).join(' '))) ||
  (/^(?:you|it|me|them|him)$/.test(words[at] ?? '') && !GOVERNS.test(words[at - 1] ?? ''))
