import { readFileSync } from 'node:fs'
import { readConversation } from '../../src/clinical/en/facts/conversation.ts'
import type { Item, Speaker } from '../../src/domain/transcript.ts'
import { findOrders } from '../../src/engines/notes/extractive/orders/find-orders.ts'
import { EVALUATION } from '../evaluation/folder.ts'
import { type OrderScore, type SimordOrder, scoreOrders } from '../score/orders.ts'

interface Consultation {
  id: string
  turns: { speaker: string; text: string }[]
}

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

/** How many orders of a part of SIMORD are found. */
export function measureOrders(part: keyof typeof PARTS): OrderScore {
  const gold: Record<string, SimordOrder[]> = {}
  const found: Record<string, SimordOrder[]> = {}
  for (const [dialogues = '', orders = ''] of PARTS[part]) {
    for (const { id, orders: ordered } of read<{ id: string; orders: SimordOrder[] }[]>(orders)) gold[id] = ordered
    for (const consultation of read<Consultation[]>(dialogues)) found[consultation.id] = predict(consultation)
  }
  return scoreOrders(gold, found)
}
