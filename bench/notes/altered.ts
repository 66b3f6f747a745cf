import { faultOf } from '../../src/engines/proof/derived.ts'
import { stands } from '../../src/engines/proof/prove.ts'
import { printFigure } from '../figures.ts'
import { alterAll } from './proof-sets/alter.ts'
import { type Case, readCases } from './proof-sets/read-sets.ts'

/**
 * Prints which altered statements about made dialogues pass the proof, and which true ones it refuses, by category; with
 * `--each`, each of them that is not held back. `node bench/notes/altered.ts`
 */
const written = readCases()
const isEnglishFault = ({ text, items }: Case) => faultOf(text, items)
const isFaultIn =
  (language: string) =>
  ({ text, items }: Case) => {
    const statement = { text, evidence: items.map(({ id }) => id), support: 'derived' as const }
    return stands(statement, { kind: '', language }, items) ? undefined : 'refused'
  }
type Judge = (one: Case) => string | undefined
const sets: [string, Case[], Judge][] = [
  ['by hand', written.filter(({ isTrue }) => !isTrue), isEnglishFault],
  ['by script', alterAll(written), isEnglishFault],
  ['true', written.filter(({ isTrue }) => isTrue), isEnglishFault],
  ...Object.entries({ fr: 'French', es: 'Spanish' }).flatMap(([language, name]): [string, Case[], Judge][] => [
    [`in ${name}`, readCases(language).filter(({ isTrue }) => !isTrue), isFaultIn(language)],
    [`true in ${name}`, readCases(language).filter(({ isTrue }) => isTrue), isFaultIn(language)],
  ]),
]

for (const [name, cases, judge] of sets) {
  const isTrue = name.startsWith('true')
  const judged = cases.map((one) => ({ one, fault: judge(one) }))
  const wrong = judged.filter(({ fault }) => (fault === undefined) !== isTrue)
  const what = isTrue ? `True statements refused${name.slice(4)}` : `Altered ${name} that pass`
  const kinds = [...new Set(cases.map(({ kind }) => kind))].toSorted()
  for (const kind of kinds) print(`${what}: ${kind}`, wrong, cases, (one) => one.kind === kind)
  print(what, wrong, cases, () => true)
  for (const set of new Set(cases.flatMap(({ heldBack }) => heldBack ?? [])))
    print(`${what}, ${set}`, wrong, cases, ({ heldBack }) => heldBack === set)
  if (!process.argv.includes('--each')) continue
  for (const { one, fault } of wrong.filter(({ one: { heldBack } }) => !heldBack)) {
    console.log(
      `  ${one.kind}: ${one.text}${fault ? ` (${fault})` : ''}   <- ${one.items.map(({ text }) => text).join(' | ')}`,
    )
  }
}

function print(
  what: string,
  wrong: readonly { one: Case }[],
  cases: readonly Case[],
  is: (one: Case) => boolean,
): void {
  const all = cases.filter(is).length
  const found = wrong.filter(({ one }) => is(one)).length
  printFigure(
    `${what}, of ${all}`,
    `${((100 * found) / Math.max(1, all)).toFixed(1)} %`,
    what.startsWith('True') ? '<= 10 %' : '<= 2 %',
  )
}
