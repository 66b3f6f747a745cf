import { parseCsv } from './parse-csv.ts'

/** A file of a public data set, by its repository and path. */
export type Read = (repository: string, path: string) => Promise<string>

interface Turn {
  speaker: string
  text: string
}

/** In seconds. */
interface TimedTurn extends Turn {
  start: number
  end: number
}

/** The files that the benches read, by their path, made of the published ones. Test parts are left out. */
export const CONVERTED: Readonly<Record<string, (read: Read) => Promise<object[]>>> = {
  'data/aci-bench/train.json': (read) => readEncounters(read, 'train'),
  'data/aci-bench/valid.json': (read) => readEncounters(read, 'valid'),
  'data/mts-dialog/train.json': (read) => readShortDialogues(read, 'Training', 'train'),
  'data/mts-dialog/valid.json': (read) => readShortDialogues(read, 'Validation', 'valid'),
  'data/primock57/dev.json': readConsultations,
  'data/simord-orders/aci-bench.train.json': (read) => readOrders(read, /^acibench_(\w+?)_\w+_train$/),
  'data/simord-orders/aci-bench.valid.json': (read) => readOrders(read, /^acibench_(\w+?)_\w+_valid$/),
  'data/simord-orders/primock57.dev.json': (read) => readOrders(read, /^(primock57_[12]_\d+)$/),
}

async function readEncounters(read: Read, split: string): Promise<object[]> {
  const rows = parseCsv(await read('wyim/aci-bench', `data/challenge_data/${split}.csv`))
  return rows.map(({ dataset, encounter_id, dialogue = '', note }) => ({
    id: encounter_id,
    subset: dataset,
    dialogue,
    turns: turnsOf(dialogue, /^\[(\w+)\]\s*(.*)$/),
    note,
  }))
}

async function readShortDialogues(read: Read, part: string, split: string): Promise<object[]> {
  const rows = parseCsv(await read('abachaa/MTS-Dialog', `Main-Dataset/MTS-Dialog-${part}Set.csv`))
  return rows.map(({ ID, section_header, section_text, dialogue = '' }) => ({
    id: `${split}-${ID}`,
    section_header,
    section_text,
    dialogue,
    turns: turnsOf(dialogue, NAMED).map(spellSpeaker),
  }))
}

/** Four speakers, two of them misspelt in places; whoever else is named counts as what the one before says. */
const NAMED = /^\s*(doctor|patient|gu?est_family|guest_clinici?an)\s*:\s*(.*)$/i
const SPELLED: Record<string, string> = { gest_family: 'guest_family', guest_clinican: 'guest_clinician' }
const spellSpeaker = (turn: Turn): Turn => ({ ...turn, speaker: SPELLED[turn.speaker] ?? turn.speaker })

/** A line that names nobody belongs to the turn before. */
function turnsOf(dialogue: string, line: RegExp): Turn[] {
  const turns: Turn[] = []
  for (const written of dialogue.split(/\r?\n/)) {
    const [, speaker, text = ''] = written.match(line) ?? []
    const last = turns.at(-1)
    if (speaker !== undefined) turns.push({ speaker: speaker.toLowerCase(), text: text.trim() })
    else if (last && written.trim()) last.text = `${last.text} ${written.trim()}`
  }
  return turns
}

const DAYS = { 1: 15, 2: 10 }

async function readConsultations(read: Read): Promise<object[]> {
  const names = Object.entries(DAYS).flatMap(([day, count]) =>
    Array.from({ length: count }, (_, at) => ({ day, consultation: at + 1 })),
  )
  return Promise.all(
    names.map(async ({ day, consultation }) => {
      const file = `transcripts/day${day}_consultation${String(consultation).padStart(2, '0')}`
      const speakers = ['doctor', 'patient'].map(async (speaker) =>
        intervalsOf(await read('babylonhealth/primock57', `${file}_${speaker}.TextGrid`), speaker),
      )
      const turns = (await Promise.all(speakers)).flat().sort((a, b) => a.start - b.start || a.end - b.end)
      return { id: `primock57_${day}_${consultation}`, turns }
    }),
  )
}

/** What one speaker says and when, in seconds, of a file of Praat; without the marks of what was not heard surely. */
function intervalsOf(grid: string, speaker: string): TimedTurn[] {
  const intervals = grid.matchAll(/xmin = (\S+)\s+xmax = (\S+)\s+text = "((?:[^"]|"")*)"/g)
  return [...intervals].flatMap(([, start, end, raw = '']) => {
    const text = raw
      .replaceAll('""', '"')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const rounded = (seconds: string | undefined) => Number(Number(seconds).toFixed(3))
    return raw.trim() ? [{ speaker, start: rounded(start), end: rounded(end), text }] : []
  })
}

interface Ordered {
  id: string
  expected_orders: { order_type: string; description: string; reason: string | null }[]
}

/** SIMORD's own parts cut across those of the dialogues: what counts is whose dialogue it is. */
async function readOrders(read: Read, name: RegExp): Promise<object[]> {
  const files = ['data/orders_data.json', 'data/test_orders_data.json'].map(
    async (path) => JSON.parse(await read('jpcorb20/mediqa-oe', path)) as Record<string, Ordered[]>,
  )
  const all = (await Promise.all(files)).flatMap((parts) => Object.values(parts).flat())
  return all.flatMap(({ id, expected_orders }) => {
    const [, own] = name.exec(id) ?? []
    const orders = expected_orders.map(({ order_type, description, reason }) => ({ order_type, description, reason }))
    return own ? [{ id: own, orders }] : []
  })
}
