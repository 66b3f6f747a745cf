import { CHEST_AND_THROAT } from './chest-and-throat.ts'
import type { Complaint } from './complaint.ts'
import { FEVER_AND_BELLY } from './fever-and-belly.ts'
import { HEAD_AND_MIND } from './head-and-mind.ts'
import { JOINTS_SKIN_WOMEN } from './joints-skin-women.ts'

/** The frequent complaints of primary care, in Africa too. */
export const COMPLAINTS: readonly Complaint[] = [
  ...CHEST_AND_THROAT,
  ...FEVER_AND_BELLY,
  ...HEAD_AND_MIND,
  ...JOINTS_SKIN_WOMEN,
]
