import type { LanguageTag } from '../../../domain/language.ts'
import type { FormattingRule } from '../formatting-rule.ts'
import { romanceRules } from './rules.ts'
import { growSpanish, SPANISH_NUMBERS } from './spanish-numbers.ts'
import { formatSpanishTime } from './spanish-time.ts'
import { decimalMarkOf, type SpokenLanguage, spelled } from './spoken-language.ts'

/** The rules of printing for Spanish: "veinticinco miligramos" is "25 mg", "treinta y siete con ocho" of a fever "37,8". */
export function spanishRules(tag: LanguageTag): readonly FormattingRule[] {
  const spanish = spanishOf(tag)
  return romanceRules(spanish, formatSpanishTime(spanish))
}

const spanishOf = (tag: LanguageTag): SpokenLanguage => ({
  values: SPANISH_NUMBERS,
  grow: growSpanish,
  and: 'y',
  articles: /^(uno?|una|ún)$/,
  decimalWord: /^(coma|punto)$/,
  decimalMark: decimalMarkOf(tag),
  half: /^y medi[oa]$/,
  percent: /^(por (ciento|cien)|%)$/,
  units: UNITS,
  per: 'por',
  perUnits: spelled({
    l: 'litro l',
    dl: 'decilitro dl',
    ml: 'mililitro ml',
    kg: 'kilo kilogramo kg',
    min: 'minuto min',
  }),
  counted: COUNTED,
  metre: /^metros?$/,
  range: /^(a|o|u)$/,
  outOf: 'de',
  pressure: {
    cue: /(^| )(presión|tensión|ta|pa|sistólica)( |$)/,
    over: 'sobre',
    mercury: /^milímetros? de mercurio$/,
    unclear: /(?!)/,
  },
  temperature: {
    cue: /(^| )(temperatura|fiebre|febril)( |$)/,
    degrees: /^grados?$/,
    celsius: /^(celsius|centígrados?)$/,
    behind: /^de (fiebre|temperatura)$/,
    named: /(^| )(temperatura|fiebre)( (es|era|está|estaba|sube|en|a|de))*$/,
    with: 'con',
  },
  months: new Set(
    'enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre'.split(' '),
  ),
  firstDay: /^primero$/,
  writtenFirst: '1',
  ofDate: /^del?$/,
})

/** Micrograms and units stay words: "µg" is read as "mg" and "UI" as "IV" or "10". */
const UNITS = spelled({
  mg: 'miligramo miligramos mg',
  g: 'gramo gramos g',
  kg: 'kilogramo kilogramos kilo kilos kg',
  ml: 'mililitro mililitros ml',
  cl: 'centilitro centilitros cl',
  mm: 'milímetro milímetros mm',
  cm: 'centímetro centímetros cm',
  mmol: 'milimol milimoles mmol',
  mEq: 'miliequivalente miliequivalentes meq',
})

const COUNTED =
  /^(años?|mes(es)?|semanas?|días?|noches?|horas?|minutos?|min|segundos?|veces|vez|comprimidos?|pastillas?|tabletas?|cápsulas?|píldoras?|gotas?|inhalaciones|sobres?|ampollas?|supositorios?|cucharadas?|cucharaditas?|inyecciones|unidades|microgramos?|dosis|parches|litros?|metros?|cigarrillos?|cigarros?|cajetillas?|copas?|vasos?|latidos?|ciclos?|puntos?|sesiones|grados?|millones)$/
