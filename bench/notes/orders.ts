import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Item, Speaker } from '../../src/domain/transcript.ts'
import { findOrders } from '../../src/engines/notes/extractive/orders/find-orders.ts'

/**
 * Prints how many of the orders in SIMORD the built-in writer finds, with the scorer of the evaluation data:
 * `node bench/notes/orders.ts [train] [misses]`. Validation and development parts unless `train` is asked for.
 */

const EVALUATION = resolve(import.meta.dirname, '../../../shared/eval')

interface Consultation {
  id: string
  turns: { speaker: string; text: string }[]
}
interface SimordOrder {
  order_type: string
  description: string
  reason: string | null
}
type Orders = Record<string, SimordOrder[]>

/** Dialogues and their gold orders by part. */
const PARTS = {
  train: [['aci-bench/train.json', 'simord-orders/aci-bench.train.json']],
  held: [
    ['aci-bench/valid.json', 'simord-orders/aci-bench.valid.json'],
    ['primock57/dev.json', 'simord-orders/primock57.dev.json'],
  ],
}
const TYPES: Record<string, string> = { laboratory: 'lab', follow_up: 'followup' }

const read = <Content>(path: string): Content => JSON.parse(readFileSync(join(EVALUATION, 'data', path), 'utf8'))

function itemsOf({ turns }: Consultation): Item[] {
  return turns.map(({ speaker, text }, at) => ({
    ...{ id: String(at), text, speaker: speaker as Speaker, startMs: at * 1000, endMs: at * 1000 + 1000, words: [] },
  }))
}

const predict = (consultation: Consultation): SimordOrder[] =>
  findOrders(itemsOf(consultation)).map(({ text, attributes = {} }) => ({
    order_type: TYPES[attributes.category ?? ''] ?? attributes.category ?? '',
    description: text,
    reason: attributes.reason ?? null,
  }))

const SCORE = `
import json, sys
sys.path.insert(0, sys.argv[1])
from orders import score
print(json.dumps(score(*json.load(sys.stdin))))`

function score(gold: Orders, found: Orders): Record<string, unknown> {
  const options = { input: JSON.stringify([gold, found]), encoding: 'utf8' } as const
  return JSON.parse(execFileSync('python3', ['-c', SCORE, join(EVALUATION, 'score')], options))
}

const part = process.argv.includes('train') ? 'train' : 'held'
let elapsedMs = 0
const all: [Orders, Orders] = [{}, {}]
for (const [dialogues = '', orders = ''] of PARTS[part]) {
  const gold = Object.fromEntries(
    read<{ id: string; orders: SimordOrder[] }[]>(orders).map((one) => [one.id, one.orders]),
  )
  const consultations = read<Consultation[]>(dialogues)
  const startedMs = performance.now()
  const found = Object.fromEntries(consultations.map((consultation) => [consultation.id, predict(consultation)]))
  elapsedMs += (performance.now() - startedMs) / consultations.length / PARTS[part].length
  console.log(dialogues, score(gold, found))
  Object.assign(all[0], gold)
  Object.assign(all[1], found)
}
console.log('together', score(...all), `${elapsedMs.toFixed(1)} ms a consultation`)
if (process.argv.includes('misses')) {
  for (const [id, gold] of Object.entries(all[0])) {
    console.log(id, '\n  gold ', gold.map(({ order_type, description }) => `${order_type}: ${description}`).join(' | '))
    console.log(
      '  found',
      all[1][id]?.map(({ order_type, description }) => `${order_type}: ${description}`).join(' | '),
    )
  }
}
