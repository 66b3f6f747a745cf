import { newId } from '../../src/domain/ids.ts'
import type { Submission } from '../../src/domain/submission.ts'

/** A submission as a door would make it, of a recording that nobody reads. */
export function submissionOf(changes: Partial<Submission> = {}): Submission {
  return {
    door: 'native',
    audio: { key: `recordings/${newId()}`, bytes: 3, sha256: 'abc', container: 'wav' },
    language: 'en',
    kinds: ['soap_note'],
    limits: { minMs: 0, maxMs: 600_000 },
    echo: {},
    ...changes,
  }
}
