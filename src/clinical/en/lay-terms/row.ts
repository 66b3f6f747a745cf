/**
 * Ways of saying one thing, parted by semicolons, the first its name. Words stand for all their forms (`stem`); `a/b` is
 * either, `*` up to three words in between, and `$pee` a list of `LISTS`. Written here, after how people in the United
 * Kingdom and the United States speak and how clinicians write.
 */
export type LayRow = string

/** Words that may stand for each other within a row's ways. */
export const LISTS: Readonly<Record<string, string>> = {
  pee: 'pee/wee/urinate/urination/urine/urinating/toilet/loo/bathroom/water/piss/micturition',
  poo: 'stool/poo/motion/poop/bowel/faeces/feces/pooing',
  hard: 'cannot/hard/trouble/difficulty/difficult/struggle/unable/problem/not',
  self: 'self/myself/yourself/himself/herself/themselves/oneself',
}

/** Rows that are written one a line. */
export const rowsOf = (text: string): LayRow[] => text.split('\n').filter((line) => line.trim() !== '')
