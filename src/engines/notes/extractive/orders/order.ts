export type Category = 'medication' | 'laboratory' | 'imaging' | 'follow_up'
export type Intent = 'start' | 'continue' | 'change' | 'stop'

/** Something the clinician orders, in the words of one clause, and perhaps of the next ones that say how. */
export interface Order {
  category: Category
  /** What is ordered, without its directions. */
  name: string
  /** The words said of it, in their order. */
  words: string[]
  evidence: string[]
  /** Which clause says it. */
  clause: number
  attributes: Record<string, string>
}
