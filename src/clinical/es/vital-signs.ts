import type { VitalSignName } from '../romance/romance-language.ts'
import {
  BODY_MASS_INDEX,
  HEART_RATE,
  OXYGEN_SATURATION,
  RESPIRATORY_RATE,
  TEMPERATURE,
} from '../romance/vital-sign-units.ts'

/** The vital signs by their Spanish names. */
export const SPANISH_VITAL_SIGNS: readonly VitalSignName[] = [
  { cue: /^temperatura$/, name: 'Temperatura', ...TEMPERATURE },
  { cue: /^(?:pulso|frecuencia cardiaca|fc)$/, name: 'Pulso', ...HEART_RATE },
  { cue: /^(?:frecuencia respiratoria|fr)$/, name: 'Frecuencia respiratoria', ...RESPIRATORY_RATE },
  {
    cue: /^(?:saturacion|saturacion de oxigeno|satura|sat|spo2|oxigenacion)$/,
    name: 'Saturación',
    ...OXYGEN_SATURATION,
  },
  { cue: /^(?:imc|indice de masa corporal)$/, name: 'IMC', ...BODY_MASS_INDEX },
]
