import type { VitalSignName } from '../romance/romance-language.ts'
import {
  BODY_MASS_INDEX,
  HEART_RATE,
  OXYGEN_SATURATION,
  RESPIRATORY_RATE,
  TEMPERATURE,
} from '../romance/vital-sign-units.ts'

/** The vital signs by their French names. */
export const FRENCH_VITAL_SIGNS: readonly VitalSignName[] = [
  { cue: /^temperature$/, name: 'Température', ...TEMPERATURE },
  { cue: /^(?:pouls|frequence cardiaque|fc|rythme cardiaque)$/, name: 'Pouls', ...HEART_RATE },
  { cue: /^(?:frequence respiratoire|fr)$/, name: 'Fréquence respiratoire', ...RESPIRATORY_RATE },
  { cue: /^(?:saturation|saturation en oxygene|sat|spo2)$/, name: 'Saturation', ...OXYGEN_SATURATION },
  { cue: /^(?:imc|indice de masse corporelle)$/, name: 'IMC', ...BODY_MASS_INDEX },
]
