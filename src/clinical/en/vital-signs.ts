/** The vital signs by how people name them, with their codes in LOINC (https://loinc.org) and units in UCUM. */

export interface VitalSign {
  cue: RegExp
  name: string
  /** LOINC. */
  code: string
  /** Units with the values that a person can have in them; the first is taken when none is said and only it fits. */
  units: readonly { unit: string; least: number; most: number; says?: RegExp }[]
  /** True when a value without a spoken unit has none, since several would fit. */
  isUnitSaid?: boolean
}

export const VITAL_SIGNS: readonly VitalSign[] = [
  {
    cue: /^(body )?temp(erature)?$/,
    name: 'Body temperature',
    code: '8310-5',
    units: [
      { unit: 'Cel', least: 30, most: 45, says: /^(celsius|centigrade|c)$/ },
      { unit: '[degF]', least: 86, most: 113, says: /^(fahrenheit|f)$/ },
    ],
  },
  {
    cue: /^(pulse|pulse rate|heart rate|hr|heartbeat)$/,
    name: 'Heart rate',
    code: '8867-4',
    units: [{ unit: '/min', least: 20, most: 250 }],
  },
  {
    cue: /^(respiratory rate|respiration rate|resp rate|breathing rate|respirations?|resps?|rr)$/,
    name: 'Respiratory rate',
    code: '9279-1',
    units: [{ unit: '/min', least: 4, most: 80 }],
  },
  {
    cue: /^(oxygen|oxygen level|oxygen saturations?|oxygen saturation level|saturations?|saturating|satting|o2|o2 sats?|o2 saturations?|oxygen sats?|sats|spo2|pulse ox|pulse oximetry)$/,
    name: 'Oxygen saturation',
    code: '59408-5',
    units: [{ unit: '%', least: 50, most: 100 }],
  },
  {
    cue: /^(weight|weighs?|weighing)$/,
    name: 'Body weight',
    code: '29463-7',
    isUnitSaid: true,
    units: [
      { unit: 'kg', least: 1, most: 400, says: /^(kgs?|kilos?|kilograms?)$/ },
      { unit: '[lb_av]', least: 2, most: 900, says: /^(lbs?|pounds?)$/ },
    ],
  },
  {
    cue: /^height$/,
    name: 'Body height',
    code: '8302-2',
    isUnitSaid: true,
    units: [
      { unit: 'cm', least: 30, most: 250, says: /^(cm|centimet(er|re)s?)$/ },
      { unit: 'm', least: 0.3, most: 2.5, says: /^(m|met(er|re)s?)$/ },
    ],
  },
  {
    cue: /^(bmi|body mass index)$/,
    name: 'Body mass index',
    code: '39156-5',
    units: [{ unit: 'kg/m2', least: 8, most: 90 }],
  },
]

const PRINTED: Record<string, string> = {
  'mm[Hg]': ' mmHg',
  Cel: ' °C',
  '[degF]': ' °F',
  '[lb_av]': ' lb',
  '%': '%',
  '': '',
}

/** A value with its UCUM unit as notes print it: "101 °F". */
export const formatValue = (value: string | number, unit: string) => `${value}${PRINTED[unit] ?? ` ${unit}`}`

export const SYSTOLIC = { name: 'Systolic blood pressure', unit: 'mm[Hg]', code: '8480-6' }
export const DIASTOLIC = { name: 'Diastolic blood pressure', unit: 'mm[Hg]', code: '8462-4' }
export const PRESSURE = /^(blood pressure|bp)$/

/** Words that may stand between a name and its value; any other means that the value is something else's. */
export const BEFORE_VALUE = new Set(
  (
    'is was are were of at about around approximately roughly today now currently reads reading measured came back as ' +
    'the a level rate this morning has been it which ' +
    'high low raised elevated normal regular irregular good fine stable steady still only just up down slightly his her your ' +
    'little bit sitting here on room air running quite nice'
  ).split(' '),
)

/** In front of a name: wanted, feared, usual or long past, and not measured today. */
export const NOT_MEASURED =
  /\b(if|when|whenever|once|until|keep|target|goal|aim|want|usually|typically|normally|average|last|previous(ly)?|should|lost|lose|losing|gained|gain|birth|fetal|foetal|below|above|over|under)\b|\b(normal|usual|ideal|healthy)$/
/** Behind a value. */
export const MEASURED_BEFORE =
  /^(\w+ ){0,3}?(last (year|month|week|time|visit)|(years?|months?|weeks?) ago|yesterday)\b|^(or|and) (more|less|over|above|below|higher|lower|under)\b|^(is|would be|are) (the |your |a )?(normal|goal|target|ideal|what we)\b/
/** Words behind a value of which a unit is made: "38.5 degrees Celsius", "98 percent". */
export const DEGREES = /^degrees?$/
/** Lengths that need two numbers. */
export const COMPOUND = /^(feet|foot|ft|stone)$/
