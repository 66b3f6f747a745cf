import { readFile } from 'node:fs/promises'
import { CONDITIONS, findNames } from '../../src/clinical/en/conditions.ts'
import { plainWords } from '../../src/clinical/en/words.ts'
import { EVALUATION } from '../evaluation/folder.ts'

/**
 * Holds the table of conditions against two lists that nobody here wrote: the categories of ICD-10-CM 2018, with
 * their titles, and the labels of Disease Ontology. Codes that are newer than 2018 have no parent there.
 */
const CATEGORY_LETTERS = 3
const bare = (code: string) => code.replace('.', '')
const categoryOf = (code: string) => bare(code).slice(0, CATEGORY_LETTERS)

const readLines = async (path: string) =>
  (await readFile(new URL(`data/icd10/${path}`, EVALUATION), 'utf8')).trim().split('\n').slice(1)

const parents = new Map(
  (await readLines('icd10cm_2018_categories.csv')).map((line) => {
    const [, code = '', title = ''] = /^(\w+),"?(.*?)"?\r?$/.exec(line) ?? []
    return [code, title] as const
  }),
)
const labels = (await readLines('do_label_to_icd10cm.tsv')).map(
  (line) => line.trim().split('\t') as [string, string, string],
)

const prefixesOf = (code: string) => {
  const letters = bare(code)
  return Array.from({ length: letters.length - CATEGORY_LETTERS }, (_, at) => letters.slice(0, CATEGORY_LETTERS + at))
}

const known = CONDITIONS.filter(({ code }) => prefixesOf(code).every((prefix) => parents.has(prefix)))
const whole = CONDITIONS.filter(({ code }) => bare(code).length === CATEGORY_LETTERS)
const below = CONDITIONS.length - whole.length
console.log(`${CONDITIONS.length} codes; ${whole.length} are whole categories, ${below} stand below one`)
console.log(`all parents are in the categories of 2018: ${known.length - whole.length} of ${below}`)
for (const { code, display } of CONDITIONS)
  if (!known.some((condition) => condition.code === code)) console.log(`  parent unknown in 2018: ${code} ${display}`)

const listed = CONDITIONS.flatMap(({ code, display }) => {
  const title = parents.get(bare(code))
  return title === undefined ? [] : [{ code, display, title }]
})
const changed = listed.filter(({ display, title }) => display !== title)
console.log(
  `described as the list of 2018 describes them: ${listed.length - changed.length} of ${listed.length} that stand in it`,
)
for (const { code, display, title } of changed) console.log(`  ${code} ${display}, ${title} in 2018`)

const named = labels.flatMap(([, label, code]) => {
  const said = plainWords(label).join(' ')
  const [name] = findNames(said)
  return name && name.end - name.start === said.length ? [{ label, theirs: code, ours: name.condition.code }] : []
})
const apart = named.filter(({ theirs, ours }) => categoryOf(theirs) !== categoryOf(ours))
console.log(
  `labels of Disease Ontology that the table names: ${named.length}, in the same category: ${named.length - apart.length}`,
)
for (const { label, theirs, ours } of apart) console.log(`  ${label}: ${ours} here, ${theirs} there`)
