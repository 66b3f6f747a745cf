/** The directions of one step of a dosage, as they were said; what was not said is not there. */
export interface DosageStep {
  dose?: string
  form?: string
  route?: string
  frequency?: string
  duration?: string
  as_needed?: string
}

const NAMES = ['dose', 'form', 'route', 'frequency', 'duration', 'as_needed'] as const

/** The steps as the attribute `steps` of a statement. */
export const formatSteps = (steps: readonly DosageStep[]): string => JSON.stringify(steps)

/** The steps of a dosage: those of its attribute `steps`, else the one that its attributes tell. */
export function readSteps(attributes: Readonly<Record<string, string>>): DosageStep[] {
  if (attributes.steps === undefined) return [pick(attributes)]
  const steps: unknown = JSON.parse(attributes.steps)
  return Array.isArray(steps) ? steps.map((step: Record<string, string>) => pick(step)) : []
}

const pick = (attributes: Readonly<Record<string, string>>): DosageStep =>
  Object.fromEntries(NAMES.flatMap((name) => (attributes[name] === undefined ? [] : [[name, attributes[name]]])))
