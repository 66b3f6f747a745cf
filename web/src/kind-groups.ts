import type { TextName } from './texts.ts'
import type { KindOffer } from './types.ts'

const IS_IN: [group: TextName, fits: (kind: string) => boolean][] = [
  ['ownKinds', (kind) => kind.startsWith('template:')],
  ['letterKinds', (kind) => /^(referral_letter|discharge_letter|sick_note)$/.test(kind)],
  ['patientKinds', (kind) => /_instructions$|^patient_letter$/.test(kind)],
  [
    'dataKinds',
    (kind) =>
      /^(icd_codes|orders|entity_list|normalized_data|differential_diagnosis|suggestions|practice_guidelines)$/.test(
        kind,
      ),
  ],
  ['otherKinds', (kind) => /^(call_center|meeting_notes|legal)_/.test(kind)],
  ['noteKinds', () => true],
]
const ORDER: TextName[] = ['noteKinds', 'letterKinds', 'patientKinds', 'dataKinds', 'ownKinds', 'otherKinds']

/** The kinds in groups, as clinicians look for them; what is for call centres, meetings and courts comes last. */
export function groupKinds(kinds: readonly KindOffer[]): [group: TextName, kinds: KindOffer[]][] {
  // An answer needs a question.
  const groups = Map.groupBy(
    kinds.filter(({ kind }) => kind !== 'answer'),
    ({ kind }) => IS_IN.find(([, fits]) => fits(kind))?.[0] as TextName,
  )
  return ORDER.flatMap((group) => {
    const own = groups.get(group)
    return own ? [[group, own]] : []
  })
}
