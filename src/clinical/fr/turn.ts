import type { Turned, TurnRules } from '../romance/romance-language.ts'
import { fold } from '../romance/words.ts'
import { BODY_PARTS } from './findings.ts'
import { FRENCH_VERBS } from './verbs.ts'

/** Between "je" and its verb. */
const BEFORE_VERB = /^(?:ne|n'|me|m'|y|en|le|la|les|l'|lui|se|s')$/
/** What would be left of a first or second person. */
const FIRST = /^(?:je|j'|me|m'|moi|nous|on|mon|ma|mes|notre|nos)$/
const SECOND = /^(?:vous|tu|te|t'|toi|ton|ta|tes|votre|vos)$/
/** Behind these "je" needs a subject of which nobody told the gender. */
const SUBORDINATING = /^(?:que|qu'|quand|si|parce|lorsque|lorsqu'|comme|puisque|puisqu'|dont|ou|où|qui)$/
/** "Ça me fait mal" is "ça fait mal". */
const HURTS = /^(?:fait|lance|gratte|brule|gene|serre|demange|tire|pique)$/
const ITSELF = /^(?:ca|cela|c'|ceci)$/

const is = (pattern: RegExp, one: Turned | undefined) => pattern.test(one?.word ?? '')
const turned = (one: Turned, text: string): Turned => ({ ...one, text, raw: text.toLowerCase(), word: fold(text) })

/** "J'ai mal quand je respire" has pain "en respirant"; the verb of the first group says how. */
function asGerund(tokens: readonly Turned[], at: number): Turned[] | undefined {
  const verb = tokens[at + 2]
  if (!is(/^quand$/, tokens[at]) || !is(/^(?:je|j')$/, tokens[at + 1]) || !verb) return undefined
  const infinitive = FRENCH_VERBS.infinitiveOf(verb.word)
  if (!infinitive?.endsWith('er') || !verb.word.endsWith('e')) return undefined
  const stem = infinitive.slice(0, -2)
  const soft = stem.endsWith('g') ? `${stem}e` : stem
  return [turned(tokens[at] as Turned, 'en'), turned(verb, `${soft}ant`)]
}

function toThirdPerson(tokens: readonly Turned[], speaker: 'patient' | 'doctor'): Turned[] | undefined {
  if (speaker === 'doctor') return ofYou(tokens)
  const out: Turned[] = []
  for (let at = 0; at < tokens.length; at++) {
    const one = tokens[at] as Turned
    const gerund = asGerund(tokens, at)
    if (gerund) {
      out.push(...gerund)
      at += 2
    } else if (/^(?:je|j')$/.test(one.word)) {
      if (is(SUBORDINATING, tokens[at - 1])) return undefined
      const verb = verbBehind(tokens, at + 1)
      if (verb === undefined) return undefined
      const turnedWords = [...tokens.slice(at + 1, verb).map(asReflexive), third(tokens[verb] as Turned)]
      out.push(...turnedWords.map((word, index) => (index === 0 ? { ...word, isSpaced: one.isSpaced } : word)))
      at = verb
    } else if (one.word === 'me' && ITSELF.test(tokens[at - 1]?.word ?? '') && is(HURTS, tokens[at + 1])) continue
    else if (/^(?:mon|ma|mes)$/.test(one.word)) out.push(turned(one, `s${one.text.slice(1)}`))
    else if (FIRST.test(one.word) || SECOND.test(one.word)) return undefined
    else out.push(one)
  }
  return out
}

function verbBehind(tokens: readonly Turned[], from: number): number | undefined {
  let at = from
  while (is(BEFORE_VERB, tokens[at])) at++
  return FRENCH_VERBS.thirdOf(tokens[at]?.word ?? '') === undefined ? undefined : at
}

/** "Ne me lève" is "ne se lève"; before a vowel "me" stands as "m'". */
function asReflexive(one: Turned): Turned {
  if (one.word === 'me') return turned(one, 'se')
  return one.word === "m'" ? turned(one, "s'") : one
}

/** "Ai" is "a"; "suis" behind "je" is nearly always of "être". */
const third = (one: Turned) => turned(one, FRENCH_VERBS.thirdOf(one.word) ?? one.text)

/** What the clinician tells the patient of himself: "vous avez" is "a", "votre gorge" "la gorge". */
function ofYou(tokens: readonly Turned[]): Turned[] | undefined {
  const out: Turned[] = []
  for (let at = 0; at < tokens.length; at++) {
    const one = tokens[at] as Turned
    if (one.word === 'vous') {
      let verb = at + 1
      while (is(/^(?:ne|n'|y|en)$/, tokens[verb])) verb++
      const infinitive = FRENCH_VERBS.infinitiveOfOrder(tokens[verb]?.word ?? '')
      const form = infinitive && FRENCH_VERBS.presentOf(infinitive)
      if (!form || at > 0) return undefined
      out.push(...tokens.slice(at + 1, verb), turned(tokens[verb] as Turned, form))
      at = verb
    } else if (/^(?:votre|vos)$/.test(one.word)) {
      const article = articleOf(tokens[at + 1])
      if (!article) return undefined
      out.push(turned(one, article))
      const next = tokens[at + 1] as Turned
      out.push(article.endsWith("'") ? { ...next, isSpaced: false } : next)
      at++
    } else if (FIRST.test(one.word) || SECOND.test(one.word)) return undefined
    else out.push(one)
  }
  return out
}

function articleOf(noun: Turned | undefined): string | undefined {
  const gender = noun && BODY_PARTS.get(noun.raw)
  if (!gender) return undefined
  if (gender.endsWith('p')) return 'les'
  if (/^[aeiouhéèœ]/.test(noun.raw)) return "l'"
  return gender === 'f' ? 'la' : 'le'
}

const WILL = /^(?:vais|va|allons|allez)$/
const MUST =
  /^(?:(?:il (?:faut|faudra|va falloir)|vous (?:devez|devrez)|je vous (?:conseille|demande|recommande) de|pensez a|n' hesitez pas a|essayez de|veillez a)) /
/** What a clinician does to a plan, said of himself: "je vous prescris". */
const DECIDES =
  /^(?:prescrire|donner|faire|mettre|demander|envoyer|adresser|arreter|augmenter|diminuer|baisser|revoir|conseiller|renouveler|programmer|remplacer|changer|garder|continuer|reduire|proposer|commencer|demarrer|passer|laisser|organiser)$/

/** "On va faire une radio" is "faire une radio", "prenez" "prendre", "je vous prescris" "prescrire". */
function toInfinitive(all: readonly Turned[]): Turned[] | undefined {
  const tokens = withoutOpeners(all)
  const said = tokens.map(({ word }) => word).join(' ')
  const must = MUST.exec(said)
  if (must) return behindInfinitive(tokens.slice(must[0].trim().split(' ').length))
  if (is(/^(?:je|on|nous|vous|j')$/, tokens[0]) && is(WILL, tokens[1])) return behindInfinitive(tokens.slice(2))
  if (is(/^(?:je|on|nous)$/, tokens[0])) {
    const verb = is(/^(?:vous|l'|le|la|les)$/, tokens[1]) ? 2 : 1
    const infinitive = FRENCH_VERBS.infinitiveOf(tokens[verb]?.word ?? '') ?? ''
    if (!DECIDES.test(fold(infinitive)) || /ai[st]$/.test(tokens[verb]?.word ?? '')) return undefined
    return finish([turned(tokens[verb] as Turned, infinitive), ...tokens.slice(verb + 1)])
  }
  return ofOrder(tokens)
}

const OPENERS =
  /^(?:alors|donc|bon|bien|ok|voila|et|puis|ensuite|apres|d'|accord|eh|ben|euh|pour|l'|instant|,|surtout|aussi|maintenant)$/
function withoutOpeners(tokens: readonly Turned[]): readonly Turned[] {
  const start = tokens.findIndex((one) => !OPENERS.test(one.word))
  return start < 0 ? [] : tokens.slice(start)
}

function behindInfinitive(tokens: readonly Turned[]): Turned[] | undefined {
  const rest = tokens.filter((one, at) => !(at < 2 && /^(?:vous)$/.test(one.word)))
  const verb = rest.findIndex(({ word }) => !/^(?:ne|n'|pas|plus|le|la|les|l'|y|en)$/.test(word))
  return /(?:er|ir|re|oir)$/.test(rest[verb]?.word ?? '') ? finish(rest) : undefined
}

/** "Ne prenez plus d'aspirine", "reposez-vous", "appelez-nous". */
function ofOrder(tokens: readonly Turned[]): Turned[] | undefined {
  const isDenied = is(/^(?:ne|n')$/, tokens[0])
  const verb = isDenied ? 1 : 0
  const infinitive = FRENCH_VERBS.infinitiveOfOrder(tokens[verb]?.word ?? '')
  if (!infinitive) return undefined
  const order = turned({ ...(tokens[verb] as Turned), isSpaced: true }, infinitive)
  if (isDenied) {
    const not = tokens[verb + 1]
    if (!is(/^(?:pas|plus|jamais)$/, not)) return undefined
    return finish([turned(tokens[0] as Turned, 'ne'), not as Turned, order, ...tokens.slice(verb + 2)])
  }
  const next = tokens[1]
  if (is(/^vous$/, next) && next?.isSpaced === false) {
    const self = /^[aeiouh]/.test(infinitive)
      ? { ...order, text: `s'${infinitive}` }
      : { ...order, text: `se ${infinitive}` }
    return finish([self, ...tokens.slice(2)])
  }
  return finish([order, ...tokens.slice(1)])
}

/** Nothing of a first or second person may be left. */
function finish(tokens: readonly Turned[]): Turned[] | undefined {
  const rest = ofYou(tokens.filter(({ word }, at) => !(at > 0 && word === 'vous' && tokens[at - 1]?.word === '-')))
  return rest?.some(({ word }) => FRENCH_VERBS.isOrder(word)) ? undefined : rest
}

const THINKS =
  /^(?:je (?:pense|crois|dirais) (?:que|qu')|pour moi|a mon avis) (?:c' est|il s' agit d'|vous avez|vous faites|on a affaire a)(?: (?:probablement|surement|certainement|plutot|surtout))? (?:une?|du|de la|de l'|la|les|l'|le|des) /

/** "Je pense que c'est une migraine" names a migraine. */
function toDiagnosis(all: readonly Turned[]): Turned[] | undefined {
  const tokens = withoutOpeners(all)
  const said = tokens.map(({ word }) => word).join(' ')
  const found = THINKS.exec(`${said} `)
  if (!found) return undefined
  const rest = tokens.slice(found[0].trim().split(' ').length)
  return rest.some(({ word }) => FIRST.test(word) || SECOND.test(word)) || rest.length === 0 ? undefined : [...rest]
}

export const FRENCH_TURNS: TurnRules = { toThirdPerson, toInfinitive, toDiagnosis }
