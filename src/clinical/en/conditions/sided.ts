import type { ConditionRow } from './condition-row.ts'
import { INJURIES } from './injuries.ts'

/** The sides that a code tells apart; an empty one is for a name without a side. */
type Side = 'right' | 'left' | ''

/** How a pain is named: "right knee pain", "pain in my right knee", "my right knee hurts". */
function painIn(side: Side, part: string): string {
  const place = side ? `${side} (?:${part})` : `(?:${part})`
  return (
    `${place} ?(?:pains?|aches?)|(?:pains?|aches?) in (?:my|the|your|his|her) ${place}|` +
    `${place} (?:is |are |has been |have been |really |still )*(?:hurts?|hurting|aching|aches|sore|painful)`
  )
}

/** How a disorder of one side is named: "right carpal tunnel", "carpal tunnel in my right hand". */
const on = (side: Side, disorder: string, part: string): string =>
  side ? `${side} (?:${disorder})|(?:${disorder}) (?:in|of|on) (?:my|the|your|his|her) ${side} (?:${part})` : disorder

const both = (disorder: string, part: string): string =>
  `bilateral (?:${disorder})|(?:${disorder}) (?:in|of|on) both (?:my |your |his |her )?(?:${part})`

const EAR = 'ears?'
const WAX = 'ear ?wax (?:impaction|build ?up)|impacted (?:ear ?wax|cerumen)|cerumen impaction'
const MIDDLE_EAR = 'otitis media|(?:middle )?ear infection'
const OUTER_EAR = 'otitis externa'
const EAR_ACHE = 'ear ?aches?|ear pains?'
const TUNNEL = 'carpal tunnel(?: syndrome)?'
const SHOULDER = 'frozen shoulder|adhesive capsulitis(?: of the shoulder)?'
const ELBOW = 'tennis elbow|lateral epicondylitis'
const LEG = 'leg|calf|foot|ankle|shin'

/**
 * Complaints and disorders with codes by side (ICD-10-CM guidelines, I.B.13). A side is coded only when it was said;
 * where both are and the code set has no code for both, none of these names fits. The last of each group has no side.
 * Codes: see ../conditions.ts.
 */
const GROUPS: readonly (readonly ConditionRow[])[] = [
  [
    ['M25.561', 'Pain in right knee', painIn('right', 'knee')],
    ['M25.562', 'Pain in left knee', painIn('left', 'knee')],
    ['M25.569', 'Pain in unspecified knee', painIn('', 'knees?')],
  ],
  [
    ['M25.511', 'Pain in right shoulder', painIn('right', 'shoulder')],
    ['M25.512', 'Pain in left shoulder', painIn('left', 'shoulder')],
    ['M25.519', 'Pain in unspecified shoulder', painIn('', 'shoulders?')],
  ],
  [
    ['M25.551', 'Pain in right hip', painIn('right', 'hip')],
    ['M25.552', 'Pain in left hip', painIn('left', 'hip')],
    ['M25.559', 'Pain in unspecified hip', painIn('', 'hips?')],
  ],
  [
    ['M25.571', 'Pain in right ankle and joints of right foot', painIn('right', 'ankle')],
    ['M25.572', 'Pain in left ankle and joints of left foot', painIn('left', 'ankle')],
    ['M25.579', 'Pain in unspecified ankle and joints of unspecified foot', painIn('', 'ankles?')],
  ],
  [
    ['M25.521', 'Pain in right elbow', painIn('right', 'elbow')],
    ['M25.522', 'Pain in left elbow', painIn('left', 'elbow')],
    ['M25.529', 'Pain in unspecified elbow', painIn('', 'elbows?')],
  ],
  [
    ['M25.531', 'Pain in right wrist', painIn('right', 'wrist')],
    ['M25.532', 'Pain in left wrist', painIn('left', 'wrist')],
    ['M25.539', 'Pain in unspecified wrist', painIn('', 'wrists?')],
  ],
  [
    ['M79.641', 'Pain in right hand', painIn('right', 'hand')],
    ['M79.642', 'Pain in left hand', painIn('left', 'hand')],
    ['M79.643', 'Pain in unspecified hand', painIn('', 'hands?')],
  ],
  [
    ['M79.671', 'Pain in right foot', painIn('right', 'foot')],
    ['M79.672', 'Pain in left foot', painIn('left', 'foot')],
    ['M79.673', 'Pain in unspecified foot', painIn('', 'foot|feet')],
  ],
  [
    ['M79.601', 'Pain in right arm', painIn('right', 'arm')],
    ['M79.602', 'Pain in left arm', painIn('left', 'arm')],
    ['M79.603', 'Pain in arm, unspecified', painIn('', 'arms?')],
  ],
  [
    ['M79.604', 'Pain in right leg', painIn('right', 'leg')],
    ['M79.605', 'Pain in left leg', painIn('left', 'leg')],
    ['M79.606', 'Pain in leg, unspecified', painIn('', 'legs?')],
  ],
  [
    ['M79.621', 'Pain in right upper arm', painIn('right', 'upper arm')],
    ['M79.622', 'Pain in left upper arm', painIn('left', 'upper arm')],
    ['M79.629', 'Pain in unspecified upper arm', painIn('', 'upper arms?')],
  ],
  [
    ['M79.631', 'Pain in right forearm', painIn('right', 'forearm')],
    ['M79.632', 'Pain in left forearm', painIn('left', 'forearm')],
    ['M79.639', 'Pain in unspecified forearm', painIn('', 'forearms?')],
  ],
  [
    ['M79.651', 'Pain in right thigh', painIn('right', 'thigh')],
    ['M79.652', 'Pain in left thigh', painIn('left', 'thigh')],
    ['M79.659', 'Pain in unspecified thigh', painIn('', 'thighs?')],
  ],
  [
    ['M79.661', 'Pain in right lower leg', painIn('right', 'lower leg|calf|shin')],
    ['M79.662', 'Pain in left lower leg', painIn('left', 'lower leg|calf|shin')],
    ['M79.669', 'Pain in unspecified lower leg', painIn('', 'lower legs?|calf|calves|shins?')],
  ],
  [
    ['M54.31', 'Sciatica, right side', on('right', 'sciatica', LEG)],
    ['M54.32', 'Sciatica, left side', on('left', 'sciatica', LEG)],
    ['M54.30', 'Sciatica, unspecified side', 'sciatica'],
  ],
  [
    ['H57.11', 'Ocular pain, right eye', painIn('right', 'eye')],
    ['H57.12', 'Ocular pain, left eye', painIn('left', 'eye')],
    ['H57.10', 'Ocular pain, unspecified eye', painIn('', 'eye')],
  ],
  [
    ['H92.01', 'Otalgia, right ear', `${on('right', EAR_ACHE, EAR)}|${painIn('right', 'ear')}`],
    ['H92.02', 'Otalgia, left ear', `${on('left', EAR_ACHE, EAR)}|${painIn('left', 'ear')}`],
    ['H92.03', 'Otalgia, bilateral', both(EAR_ACHE, EAR)],
    ['H92.09', 'Otalgia, unspecified ear', painIn('', 'ear')],
  ],
  [
    ['H66.91', 'Otitis media, unspecified, right ear', on('right', MIDDLE_EAR, EAR)],
    ['H66.92', 'Otitis media, unspecified, left ear', on('left', MIDDLE_EAR, EAR)],
    ['H66.93', 'Otitis media, unspecified, bilateral', both(MIDDLE_EAR, EAR)],
    ['H66.90', 'Otitis media, unspecified, unspecified ear', MIDDLE_EAR],
  ],
  [
    ['H60.91', 'Unspecified otitis externa, right ear', on('right', OUTER_EAR, EAR)],
    ['H60.92', 'Unspecified otitis externa, left ear', on('left', OUTER_EAR, EAR)],
    ['H60.93', 'Unspecified otitis externa, bilateral', both(OUTER_EAR, EAR)],
    ['H60.90', 'Unspecified otitis externa, unspecified ear', OUTER_EAR],
  ],
  [
    ['H61.21', 'Impacted cerumen, right ear', on('right', WAX, EAR)],
    ['H61.22', 'Impacted cerumen, left ear', on('left', WAX, EAR)],
    ['H61.23', 'Impacted cerumen, bilateral', both(WAX, EAR)],
    ['H61.20', 'Impacted cerumen, unspecified ear', WAX],
  ],
  [
    ['H93.11', 'Tinnitus, right ear', on('right', 'tinnitus', EAR)],
    ['H93.12', 'Tinnitus, left ear', on('left', 'tinnitus', EAR)],
    ['H93.13', 'Tinnitus, bilateral', both('tinnitus', EAR)],
    ['H93.19', 'Tinnitus, unspecified ear', 'tinnitus|ringing in (?:my|the|your|his|her) ears?'],
  ],
  [
    ['H91.91', 'Unspecified hearing loss, right ear', on('right', 'hearing loss', EAR)],
    ['H91.92', 'Unspecified hearing loss, left ear', on('left', 'hearing loss', EAR)],
    ['H91.93', 'Unspecified hearing loss, bilateral', both('hearing loss', EAR)],
    ['H91.90', 'Unspecified hearing loss, unspecified ear', 'hearing loss|hard of hearing'],
  ],
  [
    ['G56.01', 'Carpal tunnel syndrome, right upper limb', on('right', TUNNEL, 'hand|wrist|arm')],
    ['G56.02', 'Carpal tunnel syndrome, left upper limb', on('left', TUNNEL, 'hand|wrist|arm')],
    ['G56.03', 'Carpal tunnel syndrome, bilateral upper limbs', both(TUNNEL, 'hands|wrists|arms')],
    ['G56.00', 'Carpal tunnel syndrome, unspecified upper limb', TUNNEL],
  ],
  [
    [
      'M75.01',
      'Adhesive capsulitis of right shoulder',
      `right (?:${SHOULDER})|adhesive capsulitis of the right shoulder`,
    ],
    ['M75.02', 'Adhesive capsulitis of left shoulder', `left (?:${SHOULDER})|adhesive capsulitis of the left shoulder`],
    ['M75.00', 'Adhesive capsulitis of unspecified shoulder', SHOULDER],
  ],
  [
    ['M77.11', 'Lateral epicondylitis, right elbow', on('right', ELBOW, 'elbow|arm')],
    ['M77.12', 'Lateral epicondylitis, left elbow', on('left', ELBOW, 'elbow|arm')],
    ['M77.10', 'Lateral epicondylitis, unspecified elbow', ELBOW],
  ],
  [
    ['L03.115', 'Cellulitis of right lower limb', on('right', 'cellulitis|leg cellulitis', LEG)],
    ['L03.116', 'Cellulitis of left lower limb', on('left', 'cellulitis|leg cellulitis', LEG)],
    ['L03.90', 'Cellulitis, unspecified', 'cellulitis'],
  ],
  [
    [
      'N63.10',
      'Unspecified lump in the right breast, unspecified quadrant',
      'lump in (?:my|the|your|her) right breast',
    ],
    ['N63.20', 'Unspecified lump in the left breast, unspecified quadrant', 'lump in (?:my|the|your|her) left breast'],
    ['N63.0', 'Unspecified lump in unspecified breast', 'breast lump|lump in (?:my|the|your|her) breast'],
  ],
  ...INJURIES,
]

export const SIDED: readonly ConditionRow[] = GROUPS.flat()

const codeOf = ([code]: ConditionRow) => code

/** The codes that say the same of a side; none for a code that has no sides, or has one. */
export function sidesOf(code: string): string[] {
  const group = GROUPS.find((rows) => rows.at(-1)?.[0] === code)
  return group?.slice(0, -1).map(codeOf) ?? []
}
