import { CHILDREN } from './clinics/children.ts'
import { CIRCUMSTANCES } from './clinics/circumstances.ts'
import { DAILY_LIFE } from './clinics/daily-life.ts'
import { EYES_EARS_MOUTH } from './clinics/eyes-ears-mouth.ts'
import { GUT_AND_KIDNEYS } from './clinics/gut-and-kidneys.ts'
import { HEART_LUNGS } from './clinics/heart-lungs.ts'
import { INFECTION_AND_TRAVEL } from './clinics/infection-and-travel.ts'
import { JOINTS_AND_BONES } from './clinics/joints-and-bones.ts'
import { NERVES_AND_MIND } from './clinics/nerves-and-mind.ts'
import { PARTS_BY_USE } from './clinics/parts.ts'
import { PATTERN } from './clinics/pattern.ts'
import { SKIN_BLOOD_GLANDS } from './clinics/skin-blood-glands.ts'
import { TESTS_AND_RESULTS } from './clinics/tests-and-results.ts'
import { TREATMENT_AND_CARE } from './clinics/treatment-and-care.ts'
import { WOMEN_AND_NEWBORNS } from './clinics/women-and-newborns.ts'
import type { LayRow } from './row.ts'

/** What clinicians of all specialties write, before `>`, for what people say, behind it. */
export const CLINICS: readonly LayRow[] = [
  ...PATTERN,
  ...EYES_EARS_MOUTH,
  ...HEART_LUNGS,
  ...GUT_AND_KIDNEYS,
  ...WOMEN_AND_NEWBORNS,
  ...CHILDREN,
  ...JOINTS_AND_BONES,
  ...SKIN_BLOOD_GLANDS,
  ...NERVES_AND_MIND,
  ...INFECTION_AND_TRAVEL,
  ...TESTS_AND_RESULTS,
  ...TREATMENT_AND_CARE,
  ...DAILY_LIFE,
  ...PARTS_BY_USE,
  ...CIRCUMSTANCES,
]
