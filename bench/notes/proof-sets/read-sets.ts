import { readFileSync } from 'node:fs'
import type { Item, Speaker } from '../../../src/domain/transcript.ts'

/** A statement about a made dialogue, and whether it follows from it. */
export interface Case {
  /** Of a true statement what it tells of, of an altered one what was altered. */
  kind: string
  text: string
  isTrue: boolean
  items: Item[]
  /** The held-back set that it belongs to: counted, and never looked at one by one. */
  heldBack?: string
}

/** The files of each language; those held back with what they are printed as. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  en: [
    ...['history.txt', 'findings-and-plan.txt', 'mixed.txt', 'more.txt', 'further.txt'],
    ...['specialties.txt', 'clinics.txt', 'forms.txt'],
    ...['held-back.txt', 'held-back-specialties.txt', 'held-back-clinics.txt'],
  ],
  fr: ['french.txt', 'french-held-back.txt'],
  es: ['spanish.txt', 'spanish-held-back.txt'],
}
const HELD_BACK: Readonly<Record<string, string>> = {
  'held-back.txt': 'held back',
  'held-back-specialties.txt': 'held back, other specialties',
  'held-back-clinics.txt': 'held back, clinics',
  'french-held-back.txt': 'held back',
  'spanish-held-back.txt': 'held back',
}
const SPEAKERS: Record<string, Speaker> = { D: 'doctor', P: 'patient', O: 'other' }

/** The made dialogues with what was written about them by hand: turns ("D: …"), "+ kind: true", "- category: altered". */
export function readCases(language = 'en'): Case[] {
  return (FILES[language] ?? []).flatMap((file) => {
    const blocks = readFileSync(new URL(file, import.meta.url), 'utf8')
      .split(/\n\s*\n/)
      .filter((block) => /^[DPO]: /m.test(block))
    return blocks.flatMap((block) => readBlock(block.split('\n'), HELD_BACK[file]))
  })
}

function readBlock(lines: readonly string[], heldBack: string | undefined): Case[] {
  const turns = lines.flatMap((line) => /^([DPO]): (.+)$/.exec(line)?.slice(1) ?? [])
  const items: Item[] = []
  for (let at = 0; at < turns.length; at += 2) {
    const [speaker, text] = [SPEAKERS[turns[at] ?? ''] ?? 'unspecified', turns[at + 1] ?? '']
    items.push({ id: `i${items.length + 1}`, speaker, text, startMs: 0, endMs: 0, words: [] })
  }
  return lines.flatMap((line) => {
    const [, sign, kind, text] = /^([+-]) ([\w ]+): (.+)$/.exec(line) ?? []
    return sign && kind && text ? [{ kind, text, isTrue: sign === '+', items, ...(heldBack && { heldBack }) }] : []
  })
}
