import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readConversation } from '../../src/clinical/en/facts/conversation.ts'
import type { Item, Speaker } from '../../src/domain/transcript.ts'
import { findOrders } from '../../src/engines/notes/extractive/orders/find-orders.ts'
import { EVALUATION } from '../evaluation/folder.ts'

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

/** Dialogues and their gold orders by part; `held` is validation and development. */
const PARTS = {
  train: [['aci-bench/train.json', 'simord-orders/aci-bench.train.json']],
  held: [
    ['aci-bench/valid.json', 'simord-orders/aci-bench.valid.json'],
    ['primock57/dev.json', 'simord-orders/primock57.dev.json'],
  ],
}
const TYPES: Record<string, string> = { laboratory: 'lab', follow_up: 'followup' }

const read = <Content>(path: string): Content => JSON.parse(readFileSync(new URL(`data/${path}`, EVALUATION), 'utf8'))

function itemsOf({ turns }: Consultation): Item[] {
  return turns.map(({ speaker, text }, at) => ({
    ...{ id: String(at), text, speaker: speaker as Speaker, startMs: at * 1000, endMs: at * 1000 + 1000, words: [] },
  }))
}

const predict = (consultation: Consultation): SimordOrder[] =>
  findOrders(readConversation(itemsOf(consultation))).map(({ text, attributes = {} }) => ({
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
  return JSON.parse(execFileSync('python3', ['-c', SCORE, fileURLToPath(new URL('score', EVALUATION))], options))
}

interface OrderScore {
  match_p: number
  match_r: number
  match_f1: number
}

/** How many orders of a part of SIMORD are found. */
export function scoreOrders(part: keyof typeof PARTS): OrderScore {
  const gold: Orders = {}
  const found: Orders = {}
  for (const [dialogues = '', orders = ''] of PARTS[part]) {
    for (const { id, orders: ordered } of read<{ id: string; orders: SimordOrder[] }[]>(orders)) gold[id] = ordered
    for (const consultation of read<Consultation[]>(dialogues)) found[consultation.id] = predict(consultation)
  }
  return score(gold, found) as unknown as OrderScore
}
