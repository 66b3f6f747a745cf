import type { Case } from './read-sets.ts'

/** What a script makes of a true statement: the category, and the statement altered, or undefined where there is nothing to alter. */
type Alteration = readonly [kind: string, alter: (text: string, at: number) => string | undefined]

const swap = (...pairs: [string, string][]) => {
  const other = new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]))
  const pattern = new RegExp(`\\b(${[...other.keys()].join('|')})\\b`, 'gi')
  return (text: string) =>
    changed(
      text,
      text.replace(pattern, (word) => other.get(word.toLowerCase()) ?? word),
    )
}
const changed = (before: string, after: string) => (before === after ? undefined : after)
const choose = (all: readonly string[], at: number) => all[at % all.length] ?? ''

const DRUGS = ['warfarin', 'digoxin', 'olanzapine', 'zopiclone', 'tamsulosin', 'morphine', 'Eliquis', 'Lantus']
const FINDINGS = (
  'hallucinations,ascites,jaundice,a murmur,gallop rhythm,a breast lump,clubbing,hoarseness,nystagmus,hirsutism,a hernia,' +
  'priapism,cyanosis,erectile dysfunction,proteinuria,alopecia,trismus,melaena'
).split(',')
const RELATIVES = ['Mother', 'Brother', 'Aunt', 'Grandfather']
const NAMED =
  /\b(?:ramipril|atorvastatin|metformin|amlodipine|gaviscon|co-codamol|nitrofurantoin|ibuprofen|sertraline|furosemide|methotrexate|naproxen|aciclovir|warfarin|apixaban|levothyroxine|lansoprazole|clopidogrel|diazepam|amoxicillin|bisoprolol|prednisolone|gabapentin|amitriptyline|lithium|clozapine|gliclazide|paracetamol|penicillin)\b/i

const ALTERATIONS: readonly Alteration[] = [
  ['side', swap(['left', 'right'])],
  [
    'value',
    swap(['better', 'worse'], ['high', 'low'], ['improved', 'worsened'], ['up', 'down'], ['normal', 'abnormal']),
  ],
  [
    'value',
    (text) =>
      changed(
        text,
        text.replace(/\d+(?:\.\d+)?/, (digits) => String(Number(digits) + 3)),
      ),
  ],
  ['dose', swap(['increase', 'reduce'], ['increased', 'reduced'], ['twice', 'three times'])],
  ['unit', swap(['mg', 'mcg'], ['days', 'weeks'], ['months', 'years'], ['kg', 'lb'], ['daily', 'weekly'])],
  [
    'drug',
    swap(['start', 'stop'], ['started', 'stopped'], ['continue', 'stop'], ['takes', 'stopped'], ['hold', 'continue']),
  ],
  ['drug', (text, at) => changed(text, text.replace(NAMED, choose(DRUGS, at)))],
  ['negation', turnRound],
  [
    'possibility',
    (text) =>
      changed(
        text,
        text
          .replace(/^(?:possible|suspected) (\w)/i, (_, letter: string) => letter.toUpperCase())
          .replace(/\bmay need\b/i, 'needed'),
      ),
  ],
  [
    'time',
    swap(
      ['today', 'last year'],
      ['yesterday', 'last month'],
      ['morning', 'evening'],
      ['night', 'noon'],
      ['before', 'after'],
    ),
  ],
  ['added', (text, at) => text.replace(/\.?$/, ` and ${choose(FINDINGS, at)}.`)],
]

function turnRound(text: string): string | undefined {
  if (/\bdenies\b/i.test(text)) return text.replace(/\bdenies\b/i, 'Reports')
  if (/^No (?!\w+ (?:history|evidence))/.test(text)) return text.slice(3)
  if (/\breports\b/i.test(text)) return text.replace(/\breports\b/i, 'Denies')
  if (/\b(?:no|not|without|never|negative|none|denie|unable|cannot|declin)/i.test(text)) return undefined
  if (/^(?:Takes|Uses|Works|Lives)\b/.test(text))
    return text.replace(/^(\w+)s\b/, 'Does not $1').replace('not T', 'not t')
  return undefined
}

/** The true statements, altered by script in every way that fits. */
export function alterAll(cases: readonly Case[]): Case[] {
  const own = cases.filter(({ isTrue }) => isTrue)
  const altered = own.flatMap((one, at) =>
    ALTERATIONS.flatMap(([kind, alter]) => {
      const text = alter(one.text, at)
      return text === undefined ? [] : [{ ...one, kind, text, isTrue: false }]
    }),
  )
  const people = own
    .filter(({ kind }) => /^(?:symptom|past|medicine|habit|allergy)$/.test(kind))
    .map((one, at) => ({ ...one, kind: 'person', text: `${choose(RELATIVES, at)}: ${one.text}`, isTrue: false }))
  return [...altered, ...people]
}
