import { formatSpoken } from '../../../../clinical/formatting/format-words.ts'

/** Words on which no statement ends: speech broke off there. */
const LOOSE_END =
  /[\s,]+(and|or|but|so|because|the|a|an|to|of|for|with|if|that|is|are|was|my|your|his|her|their|then|also|like|which|when|will|as|at|from|about|who|than|into)$/i

/** A statement as it is printed: numbers in digits, a capital, a full stop. Empty where nothing is left. */
export function finish(text: string): string {
  const whole = trimEnd(
    text
      .replace(/\s+,/g, ',')
      .replace(/'because\b/g, 'because')
      .replace(
        /\b(has|have|is|are|was|were|the|a|an|of|to|take|takes|with|likely),(?= \w)(?! (?:and|or|but|however)\b)/gi,
        '$1',
      )
      .replace(/\s+/g, ' ')
      .replace(/\b(on|upon|with) (physical )?examination\b/gi, '$1 $2exam')
      .trim(),
  )
  const printed = formatSpoken(
    whole
      .replace(GIVES, '$1 ')
      .replace(EMPHATIC, (_, adverb = '', verb: string) => `${adverb}${THIRD[verb.toLowerCase()] ?? `${verb}s`}`)
      .replace(/(\w) (the patient (?:thinks|believes|guesses|supposes|reckons))$/i, '$1, $2')
      .replace(/,? (?:no|yes|yeah|yep|yup)$/i, ''),
  )
    .replace(/^[\s,;]+|[\s,;]+$/g, '')
    .replace(/ -(?=\p{L})/gu, '-')
  return printed === '' ? '' : `${printed.charAt(0).toUpperCase()}${printed.slice(1)}.`
}

/** "The lungs do sound", "he does have": said with stress, and written without. */
const EMPHATIC =
  /(?<!\b(?:what|how|where|when|why|whether|if|which|it|not|or|as|so|than) (?:\w+ ){0,3})\bdoes (also |still )?(have|show|look|seem|feel|need|take|sound|get|hear)\b/gi
const THIRD: Record<string, string> = { have: 'has' }

/** "Prescribe the patient some ibuprofen": whom it is for goes without saying. */
const GIVES =
  /^(prescribe|order|start|give|get)(?: the patient| them| him| her) (?:(?:also|just) )?(?:some |a little |a bit of )?(?=(?:an? |the )?[\w-]+)(?!on\b|in\b|to\b|off\b|set\b|up\b|scheduled\b|back\b|started\b|moving\b|going\b|feeling\b)/i

/** "…, and it", "…, and he feels": a clause that broke off at its beginning. */
const BROKEN_OFF =
  /[\s,]+(?:and|but|so|because|when|if|then|that)[\s,]+(?:it|he|she|they|we|there|the patient|the clinician)(?: (?:feels?|is|are|was|has|have|totally|just))?$/i

/** What a sentence may well end on: "symptoms that he is concerned about". */
const STRANDED =
  /\b(?:(?:concerned|worried|talked|thinking) about|(?:better|worse|comfortable|interested) in|(?:deal\w*|live) with|waiting for|looking (?:for|at)|check(?:ed)? (?:in|on)|go(?:es|ing)? on|come on|work on|turned? on)[.,\s]*$/i

function trimEnd(text: string): string {
  if (STRANDED.test(text)) return text.replace(/[\s,;:.!?…-]+$/, '')
  const trimmed = text
    .replace(/[\s,;:.?!…-]+$/, '')
    .replace(BROKEN_OFF, '')
    .replace(LOOSE_END, '')
  return trimmed === text ? text : trimEnd(trimmed)
}
