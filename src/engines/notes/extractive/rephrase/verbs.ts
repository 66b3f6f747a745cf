/** English verbs as far as a note needs them: who follows "I" or "you", turned to the third person. Written here. */

const THIRD_PERSON: Record<string, string> = {
  ...{
    am: 'is',
    are: 'is',
    were: 'was',
    have: 'has',
    do: 'does',
    go: 'goes',
    "haven't": 'has not',
    "don't": 'does not',
  },
  ...{ "aren't": 'is not', "weren't": 'was not', "wasn't": 'was not', "didn't": 'did not', "can't": 'cannot' },
  ...{ "won't": 'will not', "hadn't": 'had not', "couldn't": 'could not', "wouldn't": 'would not', dont: 'does not' },
  ...{ "doesn't": 'does not', "isn't": 'is not', "hasn't": 'has not', "shouldn't": 'should not', gotta: 'has to' },
  ...{ gonna: 'is going to', wanna: 'wants to' },
}

/** Forms that do not change: modal verbs, past forms that do not end in -ed, and what is no verb at all. */
const UNCHANGED = new Set(
  (
    'was had did could would should will can may might must ought cannot been went got took felt saw came began ate ' +
    'drank slept fell hurt put cut quit hit let made said told thought knew found left lost broke bent stood sat woke ' +
    'gave kept brought bought caught ran drove rode swam wore held heard met paid read sent sold spent taught tore threw ' +
    'won wrote grew flew forgot chose became built burned burnt dealt fought hung led meant rose shook shot sang stuck ' +
    'struck swore swept swelled understood threw spoke stopped spat bled bit bore lay lit stung slid spread split ' +
    'and or but the a an in on at to of for with from by my me you your it this that there not no so if when then i we ' +
    "he she they i've i'm i'd i'll it's is has does she's he's because who which what how why where than as like up out"
  ).split(' '),
)

const ADVERBS = new Set(
  (
    'just also still always never often sometimes usually only even kinda mostly already now ever really actually ' +
    'probably definitely rarely hardly barely recently currently typically normally generally basically literally ' +
    'occasionally constantly simply mainly frequently finally initially certainly honestly unfortunately truly ' +
    'personally gradually suddenly both kind of sort all too'
  ).split(' '),
)

/** True for a word that may stand between a subject and its verb. */
export const isAdverb = (word: string) => ADVERBS.has(word)

/** True for a word that a verb of the present may be told by: no modal verb, past form, or particle. */
export const isPresent = (word: string) =>
  /^[a-z]+$/.test(word) && !UNCHANGED.has(word) && !ADVERBS.has(word) && !/(ed|ing|ly)$/.test(word)

/** The verb that fitted "I" or "you" as it fits "the patient": "take" is "takes", "haven't" "has not". */
export function toThirdPerson(verb: string): string {
  const known = THIRD_PERSON[verb]
  if (known !== undefined) return known
  if (!isPresent(verb)) return verb
  if (/(s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
}

const PLURAL: Record<string, string> = {
  ...{ am: 'are', was: 'were', "haven't": 'have not', "don't": 'do not', "wasn't": 'were not', "didn't": 'did not' },
  ...{ "can't": 'cannot', "won't": 'will not', gotta: 'have to', gonna: 'are going to', wanna: 'want to' },
}
/** The verb that fitted "I" or "you" as it fits "they". */
export const toPlural = (verb: string) => PLURAL[verb] ?? verb
