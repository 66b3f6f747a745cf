import type { Turned, TurnRules } from '../romance/romance-language.ts'
import { fold, plainWord } from '../romance/words.ts'
import { ACCENTED } from './accented.ts'
import { SPANISH_VERBS } from './verbs.ts'

const is = (pattern: RegExp, one: Turned | undefined) => pattern.test(one?.word ?? '')
const turned = (one: Turned, text: string): Turned => ({
  ...{ ...one, text, raw: text.toLowerCase() },
  word: plainWord(text, ACCENTED),
})

/** What would be left of a first or second person. */
const FIRST = /^(?:nosotros|nosotras|nos|nuestr[oa]s?|conmigo|mí|mia|mio|mios|mias)$/
const SECOND = /^(?:tu|tus|tú|te|ti|contigo|usted|ustedes|os|vuestr[oa]s?|vosotros)$/
/** "Levantarme" is "levantarse"; "darme" may be what another does. */
const OF_ONESELF =
  /^(?:levantar|acostar|mover|agachar|sentar|dormir|duchar|bañar|vestir|quitar|poner|tomar|acordar|concentrar)me$/
/** First persons of the present that are nouns as often. */
const NOUNS =
  /^(?:trabajo|vomito|sudo|orino|camino|uso|consumo|inicio|cambio|control|dolor|peso|paso|vino|fumo|tomo|marcho|llanto|corte|noto|trato|caso|medio|sigo|mando|cuento|golpe)$/

function toThirdPerson(tokens: readonly Turned[], speaker: 'patient' | 'doctor'): Turned[] | undefined {
  return speaker === 'patient' ? ofOneself(tokens) : ofPatient(tokens)
}

function ofOneself(tokens: readonly Turned[]): Turned[] | undefined {
  const out: Turned[] = []
  for (const [at, one] of tokens.entries()) {
    const before = tokens[at - 1]
    if (one.word === 'yo') continue
    if (/^(?:mi|mis)$/.test(one.word)) out.push(turned(one, one.word.replace('mi', 'su')))
    else if (one.word === 'me') {
      const isBehind = !one.isSpaced && at > 0
      const object = isBehind ? (OF_ONESELF.test(before?.raw ?? '') ? 'se' : undefined) : objectFor(tokens[at + 1])
      if (!object) return undefined
      out.push(turned(one, object))
    } else if (one.word === 'sé') out.push(turned(one, 'sabe'))
    else if (/(?:ar|er|ir|ando|iendo)(?:me|nos|te)$/.test(one.raw)) return undefined
    else if (FIRST.test(one.word) || SECOND.test(one.word) || isOfUs(one.word)) return undefined
    else out.push(isFirst(one, before) ? turned(one, SPANISH_VERBS.thirdOf(one.word) ?? one.text) : one)
  }
  // The first word was turned: its capital is set again when the sentence is joined.
  return out
}

/** "Me duele" is "le duele", "me caí" "se cayó". */
function objectFor(next: Turned | undefined): 'le' | 'se' | undefined {
  const word = next?.word ?? ''
  const third = SPANISH_VERBS.thirdOf(word)
  if (third !== undefined && !SPANISH_VERBS.isThird(word)) return 'se'
  if (SPANISH_VERBS.isThird(word) || /(?:an|en|aron|ieron)$/.test(word))
    return third === undefined || fold(third) !== word ? 'le' : undefined
  return undefined
}

const ARTICLES = /^(?:el|un|mi|su|al|del|este|ese|mucho|de|con|por|lo|los|otro|cada)$/

/** A form of a verb that somebody says of himself, and no noun. */
function isFirst(one: Turned, before: Turned | undefined): boolean {
  if (SPANISH_VERBS.thirdOf(one.word) === undefined || SPANISH_VERBS.isThird(one.word)) return false
  // "Tomó" and "tomo" differ by their accent.
  if (/ó$/.test(one.raw)) return false
  return (
    !(NOUNS.test(one.word) && ARTICLES.test(before?.word ?? '')) &&
    !(/^(?:se|di|vi|fui|ando)$/.test(one.word) && one.raw !== 'sé' && !/^(?:di|vi|fui)$/.test(one.word))
  )
}

/** "Tenemos", "vamos": of several of whom the speaker is one. */
const isOfUs = (word: string) => /(?:amos|emos|imos)$/.test(word) && word.length > 5

/** What the clinician tells the patient of himself is in the third person but for "usted". */
function ofPatient(tokens: readonly Turned[]): Turned[] | undefined {
  const out = tokens.filter(({ word }) => word !== 'usted')
  const isLeft = out.some(
    (one, at) =>
      /^(?:me|mi|mis|yo)$/.test(one.word) ||
      FIRST.test(one.word) ||
      SECOND.test(one.word) ||
      isOfUs(one.word) ||
      isFirst(one, out[at - 1]),
  )
  return isLeft ? undefined : out
}

const OPENERS =
  /^(?:entonces|bueno|bien|pues|ok|vale|y|luego|despues|ahora|mire|mira|muy|de|acuerdo|para|esto|eso|eh|este|tambien|,|por|momento|a|ver)$/
const MUST =
  /^(?:(?:tiene|tendra|hay|habra) que|debe|debera|conviene|es importante|procure|intente|no olvide|recuerde|le (?:aconsejo|recomiendo|sugiero)) /
/** What a clinician does to a plan, said of himself: "le receto". */
const DECIDES =
  /^(?:recetar|mandar|pedir|solicitar|enviar|derivar|remitir|suspender|retirar|quitar|aumentar|subir|bajar|reducir|cambiar|dejar|mantener|poner|dar|hacer|citar|programar|recomendar|aconsejar|indicar|ajustar|agregar|añadir|empezar|iniciar)$/

/** "Vamos a hacer una analítica" is "hacer una analítica", "tome" "tomar", "le receto" "recetar". */
function toInfinitive(all: readonly Turned[]): Turned[] | undefined {
  const start = all.findIndex((one) => !OPENERS.test(one.word))
  const tokens = start < 0 ? [] : all.slice(start).filter(({ word }) => word !== 'usted')
  const said = tokens.map(({ word }) => word).join(' ')
  const must = MUST.exec(said)
  if (must) return behindInfinitive(tokens.slice(must[0].trim().split(' ').length))
  const will = /^(?:(?:le|la|lo|les|se|no) )*(?:voy|vamos|va) a /.exec(said)
  if (will) {
    const isDenied = /^no /.test(said)
    const rest = tokens.slice(will[0].trim().split(' ').length)
    return behindInfinitive(isDenied ? [tokens[0] as Turned, ...rest] : rest)
  }
  const verb = tokens.findIndex(({ word }) => !/^(?:le|la|lo|se)$/.test(word))
  const own =
    SPANISH_VERBS.thirdOf(tokens[verb]?.word ?? '') !== undefined && !SPANISH_VERBS.isThird(tokens[verb]?.word ?? '')
  const infinitive = own ? SPANISH_VERBS.infinitiveOf(tokens[verb]?.word ?? '') : undefined
  if (infinitive && DECIDES.test(infinitive))
    return finish([turned(tokens[verb] as Turned, infinitive), ...tokens.slice(verb + 1)])
  return ofOrder(tokens)
}

function behindInfinitive(tokens: readonly Turned[]): Turned[] | undefined {
  const verb = is(/^no$/, tokens[0]) ? 1 : 0
  return /(?:ar|er|ir)$/.test(tokens[verb]?.word ?? '') ? finish(withoutObject(tokens, verb)) : undefined
}

/** "Pedirle una radiografía": for whom is known. */
const withoutObject = (tokens: readonly Turned[], verb: number) =>
  tokens.filter((one, at) => !(at === verb + 1 && !one.isSpaced && /^les?$/.test(one.word)))

function ofOrder(tokens: readonly Turned[]): Turned[] | undefined {
  const isDenied = is(/^no$/, tokens[0])
  const verb = isDenied ? 1 : 0
  const first = tokens[verb]
  const object = tokens[verb + 1]
  const hasObject = object?.isSpaced === false && /^(?:les?|se|l[oa]s?)$/.test(object.word)
  // "Dele"; "de" by itself is no order.
  const infinitive = SPANISH_VERBS.infinitiveOfOrder(first?.word === 'de' && hasObject ? 'dé' : (first?.word ?? ''))
  if (!first || !infinitive) return undefined
  const order = turned(first, infinitive)
  const rest = withoutObject(
    isDenied ? [tokens[0] as Turned, order, ...tokens.slice(2)] : [order, ...tokens.slice(1)],
    verb,
  )
  return finish(rest)
}

function finish(tokens: readonly Turned[]): Turned[] | undefined {
  const isLater = tokens
    .slice(1)
    .some(
      ({ word }, at) => SPANISH_VERBS.infinitiveOfOrder(word) !== undefined && /^(?:y|,)$/.test(tokens[at]?.word ?? ''),
    )
  return isLater ? undefined : ofPatient(tokens)
}

const THINKS =
  /^(?:(?:yo )?(?:creo|pienso|diria) que|para mí|para mi|me parece que|parece que) (?:es|se trata de|tiene|esto es|lo que tiene es|estamos ante|hay)(?: (?:probablemente|seguramente|posiblemente))? (?:una?|el|la|los|las|unos|unas) /

/** "Creo que es una migraña" names a migraine. */
function toDiagnosis(all: readonly Turned[]): Turned[] | undefined {
  const start = all.findIndex((one) => !OPENERS.test(one.word))
  const tokens = start < 0 ? [] : all.slice(start)
  const found = THINKS.exec(`${tokens.map(({ word }) => word).join(' ')} `)
  const rest = found ? tokens.slice(found[0].trim().split(' ').length) : []
  return rest.length === 0 || ofPatient(rest) === undefined ? undefined : [...rest]
}

export const SPANISH_TURNS: TurnRules = { toThirdPerson, toInfinitive, toDiagnosis }
