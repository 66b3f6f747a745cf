/** Something that the patient is allergic to, or that he is allergic to nothing. */
export interface AllergyFact {
  /** As it was said; `''` where none is known. */
  substance: string
  /** What it does: "hives". */
  reaction?: string
  /** Of none: whether only medicines were asked after. */
  isOfMedicines?: boolean
  evidence: string[]
}

/** An allergy with what was told elsewhere of what it does. */
export const withReaction = (
  fact: AllergyFact,
  behind: { reaction: string; evidence: string[] } | undefined,
): AllergyFact =>
  behind ? { ...fact, reaction: behind.reaction, evidence: [...new Set([...fact.evidence, ...behind.evidence])] } : fact
