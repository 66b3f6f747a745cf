import type { ConditionRow } from './condition-row.ts'

/** Malignant neoplasms, as people name them. Codes: see ../conditions.ts; words gathered here. */
export const CANCERS: readonly ConditionRow[] = [
  ['C50.919', 'Malignant neoplasm of unspecified site of unspecified female breast', 'breast cancer'],
  ['C61', 'Malignant neoplasm of prostate', 'prostate cancer|cancer of (?:the|my|your|his) prostate'],
  ['C18.9', 'Malignant neoplasm of colon, unspecified', 'colon cancer|cancer of the colon'],
  ['C26.0', 'Malignant neoplasm of intestinal tract, part unspecified', 'bowel cancer'],
  ['C20', 'Malignant neoplasm of rectum', 'rectal cancer'],
  [
    'C34.90',
    'Malignant neoplasm of unspecified part of unspecified bronchus or lung',
    '(?:(?:non[ -])?small[ -]cell )?lung cancer|lung carcinoma',
  ],
  ['C56.9', 'Malignant neoplasm of unspecified ovary', 'ovarian cancer'],
  ['C53.9', 'Malignant neoplasm of cervix uteri, unspecified', 'cervical cancer'],
  ['C55', 'Malignant neoplasm of uterus, part unspecified', 'uterine cancer|cancer of the (?:uterus|womb)'],
  ['C54.1', 'Malignant neoplasm of endometrium', 'endometrial cancer'],
  ['C43.9', 'Malignant melanoma of skin, unspecified', 'melanoma'],
  ['C44.91', 'Basal cell carcinoma of skin, unspecified', 'basal cell (?:carcinoma|skin cancer)'],
  ['C44.90', 'Unspecified malignant neoplasm of skin, unspecified', 'skin cancer'],
  [
    'C64.9',
    'Malignant neoplasm of unspecified kidney, except renal pelvis',
    '(?:kidney|renal(?: cell)?) (?:cancer|carcinoma)',
  ],
  ['C67.9', 'Malignant neoplasm of bladder, unspecified', 'bladder cancer'],
  ['C73', 'Malignant neoplasm of thyroid gland', '(?:papillary |follicular )?thyroid (?:cancer|carcinoma)'],
  ['C25.9', 'Malignant neoplasm of pancreas, unspecified', 'pancreatic cancer|cancer of the pancreas'],
  ['C16.9', 'Malignant neoplasm of stomach, unspecified', '(?:stomach|gastric) cancer'],
  ['C22.9', 'Malignant neoplasm of liver, not specified as primary or secondary', 'liver cancer'],
  [
    'C62.90',
    'Malignant neoplasm of unspecified testis, unspecified whether descended or undescended',
    'testicular cancer',
  ],
  ['C71.9', 'Malignant neoplasm of brain, unspecified', 'brain cancer'],
  ['C80.1', 'Malignant (primary) neoplasm, unspecified', 'cancer'],
]
