import type { Place, Topic } from '../topic.ts'
import type { VerbForms } from './verb-forms.ts'

/** A clinical name and the ways in which it is said, split by commas: `'fièvre': 'fièvre, température à 39'`. */
export type Names = Readonly<Record<string, string>>

/** A vital sign, by how it is named before its value. */
export interface VitalSignName {
  cue: RegExp
  /** As a note prints it. */
  name: string
  /** LOINC (https://loinc.org), with its English name, which programs read. */
  code: string
  display: string
  /** UCUM, and how it is printed. */
  unit: string
  printed: string
  /** What a person can have: values outside are not this sign's. */
  least: number
  most: number
}

/**
 * What a language gives to the reading of a conversation and to the notes about it. The rules of this folder read it; French
 * and Spanish have one each. Patterns are matched against words in lower case without accents, unless they say otherwise.
 */
export interface RomanceLanguage {
  tag: 'fr' | 'es'
  /** "J'ai" is two words, "avez-vous" too. */
  splitWord(word: string): string[]
  /** The word without the ending of its gender and number. */
  stem(word: string): string
  /** Words that mean something else without their accent: they keep it. */
  accented: RegExp
  /** With accents: what begins a new stretch of a sentence. */
  joining: RegExp
  /** Words that carry nothing by themselves: articles, prepositions, auxiliaries, and the usual words of notes. */
  smallWords: ReadonlySet<string>
  /** Hesitations. */
  fillers: RegExp
  /** At the head of a sentence they say nothing either. */
  openers: RegExp
  /** What orders about whoever writes the note: no evidence of anything. */
  toScribe: RegExp
  verbs: VerbForms
  denial: {
    /** A word that denies what follows it in its stretch. */
    negators: RegExp
    /** What denies only behind another word: "ne prenez plus". */
    ceasing: { by: RegExp; behind: RegExp }
    /** What looks like a denial and is none, or is half of one: such a stretch is never told in other words. */
    unclear: RegExp
    /** Such a stretch without a verb of its own goes on denying: "ni", "ou". */
    goesOn: RegExp
    /** A stretch that denies the one before: "la fièvre, non". */
    behind: RegExp
  }
  /** What makes what follows in the sentence open: "si", "peut-être", "peur de". */
  uncertain: RegExp
  /** A word that does so of all that stands in its stretch: "grippe probable". */
  supposed: RegExp
  /** With accents. */
  answers: { yes: RegExp; no: RegExp /** Said behind them and adds nothing. */; more: RegExp }
  questions: {
    /** How a question begins that has lost its mark. */
    begins: RegExp
    /** The same of a patient, and of a clinician who is answered by somebody else. */
    ofPatient: RegExp
    unmarked: RegExp
    /** A question that cannot be answered by yes or no. */
    open: RegExp
    /** How a visit begins: what is answered stands by itself. */
    opening: RegExp
    /** Words of a question that ask and name nothing. */
    plain: RegExp
    ofAllergies: RegExp
    /** An answer that says nothing without its question. */
    elliptic: RegExp
    /** Labels under which an answer is told, by what was asked; the first that fits. */
    labels: readonly (readonly [label: string, asks: RegExp, topic: Topic])[]
  }
  persons: {
    /** With elided forms: "je", "yo". */
    first: RegExp
    second: RegExp
    third: RegExp
    /** The two words in front of a relative whose illness stood before: "chez ma". */
    of: RegExp
    /** In front of the word before a relative who is only there: "avec ma femme". */
    with: RegExp
    /** True where a verb needs no subject. */
    isImplied: boolean
  }
  /** In front of what replaces what was just said: "pardon", "je veux dire". */
  corrects: RegExp
  sides: Readonly<Record<string, RegExp>>
  findings: Names
  conditions: Names
  habits: Names
  relatives: Names
  /** Other words for one thing, the first of a row stands for all. */
  synonyms: readonly string[]
  bodyParts: ReadonlyMap<string, 'm' | 'f' | 'mp' | 'fp'>
  /** Brands of the countries, and names that the international rule of spelling does not give. */
  medicines: Readonly<Record<string, string>>
  allergens: ReadonlySet<string>
  allergy: { cue: RegExp; ofMedicines: RegExp /** A denial of all of them. */; none: RegExp }
  /** Medicines that are ordinary words too ("fer"), and the articles behind which they are medicines. */
  homonyms: RegExp
  articles: RegExp
  /** What numbers count, and those that are one in several spellings. */
  units: RegExp
  sameUnits: Readonly<Record<string, RegExp>>
  one: RegExp
  doseUnits: RegExp
  /** How often, behind a medicine. */
  frequency: RegExp
  stops: RegExp
  /** What is done with a medicine, by the first words of their rows among the synonyms. */
  actions: readonly string[]
  /** When on a day, or how often: such a word belongs to a medicine as a dose does. */
  dayParts: RegExp
  vitalSigns: readonly VitalSignName[]
  pressure: RegExp
  /** Words between a vital sign and its value, and units behind it. */
  ofValues: RegExp
  unitsOfSigns: RegExp
  /** By whom something is told: words of the patient about himself, of the clinician to him. */
  patientWords: RegExp
  clinicianWords: RegExp
  places: readonly (readonly [place: Place, topic: Topic, cue: RegExp])[]
  topics: readonly (readonly [topic: Topic, cue: RegExp])[]
  /** What matters to a note although no table has its words. */
  matters: RegExp
  turn: TurnRules
  say: Sayings
}

/** How sentences are turned: what a patient tells into the third person, what a clinician decides into the infinitive. */
export interface TurnRules {
  toThirdPerson(tokens: readonly Turned[], speaker: 'patient' | 'doctor'): Turned[] | undefined
  toInfinitive(tokens: readonly Turned[]): Turned[] | undefined
  /** The diagnosis that a clinician names, without "je pense que". */
  toDiagnosis(tokens: readonly Turned[]): Turned[] | undefined
}

/** A word on its way into a note. */
export interface Turned {
  text: string
  raw: string
  word: string
  isSpaced: boolean
}

/** Sentences of notes. */
export interface Sayings {
  quoteBy: Readonly<Record<'patient' | 'doctor' | 'other' | 'unspecified', string>>
  /** Marks around what is quoted. */
  open: string
  close: string
  asked: string
  answered: string
  deny(names: readonly string[]): string
  has(name: string): string
  habit(name: string, isThere: boolean): string
  bloodPressure: string
  allergies: string
  noAllergy: string
  noMedicineAllergy: string
  allergy(substance: string): string
  diagnosis: string
  label(label: string): string
  inPart: string
  notWritten: string
}
