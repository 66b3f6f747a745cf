import type { ConditionRow } from './condition-row.ts'

/** A disorder of one side: its codes for right, left and neither, its description with `%` for the side, its names and where it is. */
interface SidedDisorder {
  codes: readonly [right: string, left: string, none: string]
  display: string
  /** How the description calls it without a side; "unspecified" where nothing is said. */
  none?: string
  names: string
  part: string
  /** Where the code set has both sides together. */
  both?: ConditionRow
}

const ARTHRITIS = '(?:(?:osteo|degenerative )?arthritis|degenerative joint disease)'
const KNEE_LIGAMENT = '(?:sprain|strain|tear|injury)'

/**
 * Injuries and disorders by side (ICD-10-CM guidelines, I.B.13), injuries as seen for the first time (7th character A).
 * Codes and descriptions: see ../conditions.ts.
 */
const DISORDERS: readonly SidedDisorder[] = [
  {
    codes: ['S93.401A', 'S93.402A', 'S93.409A'],
    display: 'Sprain of unspecified ligament of % ankle, initial encounter',
    names: 'sprain(?:ed)?',
    part: 'ankle',
  },
  {
    codes: ['S83.91XA', 'S83.92XA', 'S83.90XA'],
    display: 'Sprain of unspecified site of % knee, initial encounter',
    names: 'sprain(?:ed)?',
    part: 'knee',
  },
  {
    codes: ['S63.501A', 'S63.502A', 'S63.509A'],
    display: 'Unspecified sprain of % wrist, initial encounter',
    names: 'sprain(?:ed)?',
    part: 'wrist',
  },
  {
    codes: ['S83.411A', 'S83.412A', 'S83.419A'],
    display: 'Sprain of medial collateral ligament of % knee, initial encounter',
    names: `(?:mcl|medial collateral ligament) ${KNEE_LIGAMENT}`,
    part: 'knee',
  },
  {
    codes: ['S83.421A', 'S83.422A', 'S83.429A'],
    display: 'Sprain of lateral collateral ligament of % knee, initial encounter',
    names: `(?:lcl|lateral collateral ligament) ${KNEE_LIGAMENT}`,
    part: 'knee',
  },
  {
    codes: ['S83.511A', 'S83.512A', 'S83.519A'],
    display: 'Sprain of anterior cruciate ligament of % knee, initial encounter',
    names: `(?:acl|anterior cruciate ligament) ${KNEE_LIGAMENT}`,
    part: 'knee',
  },
  {
    codes: ['S83.521A', 'S83.522A', 'S83.529A'],
    display: 'Sprain of posterior cruciate ligament of % knee, initial encounter',
    names: `(?:pcl|posterior cruciate ligament) ${KNEE_LIGAMENT}`,
    part: 'knee',
  },
  {
    codes: ['S83.206A', 'S83.207A', 'S83.209A'],
    display: 'Unspecified tear of unspecified meniscus, current injury, % knee, initial encounter',
    names: '(?<!medial |lateral )(?:meniscus|meniscal) tear|torn meniscus',
    part: 'knee',
  },
  {
    codes: ['S76.311A', 'S76.312A', 'S76.319A'],
    display:
      'Strain of muscle, fascia and tendon of the posterior muscle group at thigh level, % thigh, initial encounter',
    names: 'hamstring (?:strain|pull|tear)|(?:pulled|strained|torn) hamstring',
    part: 'thigh|leg',
  },
  {
    codes: ['S52.531A', 'S52.532A', 'S52.539A'],
    display: "Colles' fracture of % radius, initial encounter for closed fracture",
    names: "colles'?s? fracture",
    part: 'wrist|radius|arm',
  },
  {
    codes: ['S52.501A', 'S52.502A', 'S52.509A'],
    display: 'Unspecified fracture of the lower end of % radius, initial encounter for closed fracture',
    names: 'distal radius fracture|fracture of the distal radius',
    part: 'wrist|arm',
  },
  {
    codes: ['M77.01', 'M77.02', 'M77.00'],
    display: 'Medial epicondylitis, % elbow',
    names: "medial epicondylitis|golfer'?s elbow",
    part: 'elbow|arm',
  },
  {
    codes: ['M75.101', 'M75.102', 'M75.100'],
    display: 'Unspecified rotator cuff tear or rupture of % shoulder, not specified as traumatic',
    names: 'rotator cuff tear|torn rotator cuff|tear (?:of|in) (?:the|your|his|her) rotator cuff',
    part: 'shoulder',
  },
  {
    codes: ['M75.41', 'M75.42', 'M75.40'],
    display: 'Impingement syndrome of % shoulder',
    names: 'shoulder impingement(?: syndrome)?|impingement syndrome',
    part: 'shoulder',
  },
  {
    codes: ['M22.2X1', 'M22.2X2', 'M22.2X9'],
    display: 'Patellofemoral disorders, % knee',
    names: "patellofemoral (?:pain )?(?:syndrome|pain|disorder)|runner'?s knee",
    part: 'knee',
  },
  {
    codes: ['M70.61', 'M70.62', 'M70.60'],
    display: 'Trochanteric bursitis, % hip',
    names: '(?:greater )?trochanteric bursitis|hip bursitis|bursitis (?:of|in) (?:the|your|his|her) hip',
    part: 'hip',
  },
  {
    codes: ['M70.21', 'M70.22', 'M70.20'],
    display: 'Olecranon bursitis, % elbow',
    names: 'olecranon bursitis|elbow bursitis|bursitis (?:of|in) (?:the|your|his|her) elbow',
    part: 'elbow',
  },
  {
    codes: ['M76.61', 'M76.62', 'M76.60'],
    display: 'Achilles tendinitis, % leg',
    names: 'achilles tend[io]nitis',
    part: 'leg|heel|ankle',
  },
  {
    codes: ['M20.21', 'M20.22', 'M20.20'],
    display: 'Hallux rigidus, % foot',
    names: 'hallux rigidus',
    part: 'foot|toe',
  },
  {
    codes: ['M21.611', 'M21.612', 'M21.619'],
    display: 'Bunion of % foot',
    names: "(?<!'s )bunions?",
    part: 'foot|toe',
  },
  {
    codes: ['M17.11', 'M17.12', 'M17.9'],
    display: 'Unilateral primary osteoarthritis, % knee',
    none: 'Osteoarthritis of knee, unspecified',
    names: `knee ${ARTHRITIS}|${ARTHRITIS} (?:of|in) (?:the |my |your |his |her )?knees?`,
    part: `knee ${ARTHRITIS}`,
    both: [
      'M17.0',
      'Bilateral primary osteoarthritis of knee',
      'bilateral knee (?:osteo)?arthritis|(?:osteo)?arthritis (?:of|in) (?:both|bilateral) (?:of )?(?:the |my |your |his |her )?knees',
    ],
  },
  {
    codes: ['M16.11', 'M16.12', 'M16.9'],
    display: 'Unilateral primary osteoarthritis, % hip',
    none: 'Osteoarthritis of hip, unspecified',
    names: `hip ${ARTHRITIS}|${ARTHRITIS} (?:of|in) (?:the |my |your |his |her )?hips?`,
    part: `hip ${ARTHRITIS}`,
    both: [
      'M16.0',
      'Bilateral primary osteoarthritis of hip',
      'bilateral hip (?:osteo)?arthritis|(?:osteo)?arthritis (?:of|in) (?:both|bilateral) (?:of )?(?:the |my |your |his |her )?hips',
    ],
  },
  {
    codes: ['L97.519', 'L97.529', 'L97.509'],
    display: 'Non-pressure chronic ulcer of other part of % foot with unspecified severity',
    names: '(?:(?:chronic|non[ -]?healing) )?foot ulcer|ulcer (?:on|of) (?:the|my|your|his|her) foot',
    part: 'foot',
  },
  {
    codes: ['G56.21', 'G56.22', 'G56.20'],
    display: 'Lesion of ulnar nerve, % upper limb',
    names: 'cubital tunnel(?: syndrome)?',
    part: 'arm|elbow',
  },
  {
    codes: ['I65.21', 'I65.22', 'I65.29'],
    display: 'Occlusion and stenosis of % carotid artery',
    names: 'carotid (?:artery )?stenosis',
    part: 'side',
  },
  {
    codes: ['N83.201', 'N83.202', 'N83.209'],
    display: 'Unspecified ovarian cyst, % side',
    names: 'ovarian cysts?|cysts? on (?:the|my|your|her) ovary',
    part: 'side|ovary',
  },
]

const OWN = '(?:(?:my|the|your|his|her|that|this) )?'

/** "Right ankle sprain", "sprained my right ankle", "sprain of the right ankle". */
function namesOn(side: string, { names, part }: SidedDisorder): string {
  // What is named by its part already: "right knee arthritis", "arthritis in my right knee".
  const [own = ''] = part.split(' ')
  if (part.includes(ARTHRITIS)) return `${side} ${part}|${ARTHRITIS} (?:of|in) ${OWN}${side} ${own}`
  return `${side} (?:(?:${part}) )?(?:${names})|(?:${names}) (?:(?:of|in|on|to) )?${OWN}${side} (?:${part})`
}

/** Without a side, a sprain is of its part alone: "ankle sprain". */
function namesOf({ names, part }: SidedDisorder): string {
  return names === 'sprain(?:ed)?' ? `(?:${part}) ${names}|${names} (?:of |in |to )?${OWN}(?:${part})` : names
}

/** The rows of each disorder: right, left, both where there is a code, and last without a side. */
export const INJURIES: readonly (readonly ConditionRow[])[] = DISORDERS.map((disorder) => {
  const { codes, display, none, both } = disorder
  const [right, left, other] = codes
  return [
    [right, display.replace('%', 'right'), namesOn('right', disorder)],
    [left, display.replace('%', 'left'), namesOn('left', disorder)],
    ...(both ? [both] : []),
    [other, none ?? display.replace('%', 'unspecified'), namesOf(disorder)],
  ]
})
