import type { VitalSignName } from './romance-language.ts'

type Measure = Omit<VitalSignName, 'cue' | 'name'>

/** How vital signs are coded and printed in every language: LOINC, UCUM, and the bounds of what a person can have. */
export const TEMPERATURE: Measure = {
  ...{ code: '8310-5', display: 'Body temperature', unit: 'Cel', printed: ' °C' },
  ...{ least: 30, most: 45 },
}
export const HEART_RATE: Measure = {
  ...{ code: '8867-4', display: 'Heart rate', unit: '/min', printed: '/min' },
  ...{ least: 20, most: 250 },
}
export const RESPIRATORY_RATE: Measure = {
  ...{ code: '9279-1', display: 'Respiratory rate', unit: '/min', printed: '/min' },
  ...{ least: 4, most: 80 },
}
export const OXYGEN_SATURATION: Measure = {
  ...{ code: '59408-5', display: 'Oxygen saturation', unit: '%', printed: ' %' },
  ...{ least: 50, most: 100 },
}
export const BODY_MASS_INDEX: Measure = {
  ...{ code: '39156-5', display: 'Body mass index', unit: 'kg/m2', printed: ' kg/m²' },
  ...{ least: 8, most: 90 },
}
