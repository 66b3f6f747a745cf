import type { LanguageTag } from '../../../domain/language.ts'
import type { FormattingRule } from '../formatting-rule.ts'
import { FRENCH_NUMBERS, growFrench } from './french-numbers.ts'
import { formatFrenchTime } from './french-time.ts'
import { romanceRules } from './rules.ts'
import { decimalMarkOf, type SpokenLanguage, spelled } from './spoken-language.ts'

/** The rules of printing for French: "vingt-cinq milligrammes" is "25 mg", "premier mars" "1er mars". */
export function frenchRules(tag: LanguageTag): readonly FormattingRule[] {
  const french = frenchOf(tag)
  return romanceRules(french, formatFrenchTime(french))
}

const frenchOf = (tag: LanguageTag): SpokenLanguage => ({
  values: FRENCH_NUMBERS,
  grow: growFrench,
  and: 'et',
  articles: /^une?$/,
  decimalWord: /^virgule$/,
  decimalMark: decimalMarkOf(tag),
  half: /^et demie?$/,
  percent: /^(pour cent|pourcents?|%)$/,
  units: UNITS,
  per: 'par',
  perUnits: spelled({
    l: 'litre l',
    dl: 'décilitre dl',
    ml: 'millilitre ml',
    kg: 'kilo kilogramme kg',
    min: 'minute min',
  }),
  counted: COUNTED,
  metre: /^mètres?$/,
  range: /^(à|ou)$/,
  outOf: 'sur',
  pressure: {
    cue: /(^| )(tension|ta|pression|systolique)( |$)/,
    over: 'sur',
    mercury: /^millimètres? de mercure$/,
    unclear: /^dix (sept|huit|neuf)(?! (sur|cent)( |$))/,
  },
  temperature: {
    cue: /(^| |')(température|fièvre|fébrile)( |$)/,
    degrees: /^degrés?$/,
    celsius: /^celsius$/,
    behind: /^de (fièvre|température)$/,
    named: /(^| )(température|fièvre)( (est|était|monte|montée|à|a|de))*$/,
  },
  months: new Set('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')),
  firstDay: /^(premier|1er)$/,
  writtenFirst: '1er',
})

/** Micrograms and units stay words: "µg" is read as "mg" and "UI" as "IV" or "10". */
const UNITS = spelled({
  mg: 'milligramme milligrammes mg',
  g: 'gramme grammes g',
  kg: 'kilogramme kilogrammes kilo kilos kg',
  ml: 'millilitre millilitres ml',
  cl: 'centilitre centilitres cl',
  mm: 'millimètre millimètres mm',
  cm: 'centimètre centimètres cm',
  mmol: 'millimole millimoles mmol',
  mEq: 'milliéquivalent milliéquivalents meq',
})

const COUNTED =
  /^(ans?|mois|semaines?|jours?|nuits?|heures?|minutes?|min|secondes?|fois|comprimés?|gélules?|capsules?|cachets?|pilules?|gouttes?|bouffées?|inhalations?|sachets?|ampoules?|suppositoires?|cuillères?|injections?|unités?|microgrammes?|doses?|patchs?|litres?|mètres?|cigarettes?|paquets?|verres?|battements?|cycles?|points?|séances?|degrés?|millions?)$/
