/** Code, the description in the code set, and the words by which people name it, as the inside of a pattern. */
export type ConditionRow = readonly [code: string, display: string, spoken: string]
