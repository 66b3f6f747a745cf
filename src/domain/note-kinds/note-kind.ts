import type { Layout } from '../layout.ts'

export interface NoteKind {
  title: string
  /** What it is, in one sentence: for the documents page, for clients that let people choose, and for models. */
  says: string
  /** Key to title, in the order of the page. */
  sections: Record<string, string>
  /** By section key, where one is no list under its title that is left out when it is empty. */
  layout?: Readonly<Record<string, Layout>>
  /** What has to be known beside what was said; left out where nothing has to. */
  knowledge?: readonly Knowledge[]
  /** The names of what a program finds in `attributes` of its statements. */
  attributes?: readonly string[]
}

/** Tables that a kind is written with. */
type Knowledge =
  | 'ICD-10-CM codes'
  | 'LOINC codes of vital signs'
  | 'names of medicines'
  | 'questions by complaint'
  | 'guidelines by condition'
  | "the agent's checklist"
  | 'the compliance checklist'
  | 'words of feeling'
