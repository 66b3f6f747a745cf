/**
 * What ICD-10-CM has for a condition that was there once: its code by the beginning of the condition's (fiscal year 2026,
 * as in ../conditions.ts). What is not listed has no code when it is past.
 */
const PAST_CODES: readonly (readonly [of: RegExp, code: string, display: string])[] = [
  [/^J1[2-8]/, 'Z87.01', 'Personal history of pneumonia (recurrent)'],
  [/^J45/, 'Z87.09', 'Personal history of other diseases of the respiratory system'],
  [
    /^I63/,
    'Z86.73',
    'Personal history of transient ischemic attack (TIA), and cerebral infarction without residual deficits',
  ],
  [
    /^G45/,
    'Z86.73',
    'Personal history of transient ischemic attack (TIA), and cerebral infarction without residual deficits',
  ],
  [/^I21/, 'I25.2', 'Old myocardial infarction'],
  [/^I26/, 'Z86.711', 'Personal history of pulmonary embolism'],
  [/^I82/, 'Z86.718', 'Personal history of other venous thrombosis and embolism'],
  [/^N20/, 'Z87.442', 'Personal history of urinary calculi'],
  [/^N39\.0/, 'Z87.440', 'Personal history of urinary (tract) infections'],
  [/^K2[5-7]/, 'Z87.11', 'Personal history of peptic ulcer disease'],
  [/^A15/, 'Z86.11', 'Personal history of tuberculosis'],
  [/^B5[0-4]/, 'Z86.13', 'Personal history of malaria'],
  [/^U07\.1/, 'Z86.16', 'Personal history of COVID-19'],
  [/^O24/, 'Z86.32', 'Personal history of gestational diabetes'],
  [/^C50/, 'Z85.3', 'Personal history of malignant neoplasm of breast'],
  [/^C61/, 'Z85.46', 'Personal history of malignant neoplasm of prostate'],
  [/^C18/, 'Z85.038', 'Personal history of other malignant neoplasm of large intestine'],
  [/^C34/, 'Z85.118', 'Personal history of other malignant neoplasm of bronchus and lung'],
  [/^C43/, 'Z85.820', 'Personal history of malignant melanoma of skin'],
  [/^C67/, 'Z85.51', 'Personal history of malignant neoplasm of bladder'],
  [/^C73/, 'Z85.850', 'Personal history of malignant neoplasm of thyroid'],
  [/^C56/, 'Z85.43', 'Personal history of malignant neoplasm of ovary'],
]

/** The code for having had a condition; undefined where there is none. */
export function pastCodeOf(code: string): { code: string; display: string } | undefined {
  const [, past, display] = PAST_CODES.find(([of]) => of.test(code)) ?? []
  return past === undefined || display === undefined ? undefined : { code: past, display }
}
