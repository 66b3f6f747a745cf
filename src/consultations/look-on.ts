import { createHash } from 'node:crypto'
import type { Look, SessionNews, VersionedSession } from '../domain/consultation-record.ts'
import type { Job } from '../domain/job.ts'
import type { OpenText } from '../domain/live.ts'
import type { Note } from '../domain/note.ts'
import { type Item, shiftItems, type Transcript } from '../domain/transcript.ts'
import { readKeptMs } from '../store/live.ts'
import type { Handle } from '../store/tables.ts'
import type { Drafts } from './draft-notes.ts'
import type { OpenTexts } from './open-texts.ts'
import { readResult } from './read-result.ts'

export interface LookTools {
  db: Handle
  readLive(tenantId: string, id: string): Promise<VersionedSession>
  texts: OpenTexts
  drafts: Drafts
}

/** What one reader was told so far. */
export interface Told {
  /** What is news to the reader, now that the newest job stands so. */
  readNews(job: Job): Promise<SessionNews[]>
}

/** Looks on at a session for one reader, who is told each thing once, as it is now: who reads slowly misses what lay between. */
export function lookOn(tools: LookTools, tenantId: string, id: string, { mark, kinds }: Look): Told {
  const transcript = followItems(mark)
  const texts = followTexts()
  const readSaid = openSaid()
  const isNewNote = followNotes()
  let keptMs: number | undefined | null = null

  async function readRecording(): Promise<SessionNews[]> {
    const before = keptMs
    keptMs = await readKeptMs(tools.db, id)
    return before === keptMs ? [] : [{ type: 'recording', keptMs }]
  }

  async function readNotes(job: Job, heard: Transcript): Promise<SessionNews[]> {
    if (kinds.length === 0 || heard.items.length === 0) return []
    const isDraft = job.status === 'ongoing'
    const notes = isDraft
      ? tools.drafts.read(id, kinds, transcript.mark(), heard)
      : ((await readResult(tools.db, tenantId, job.id))?.notes ?? [])
    return notes.filter(isNewNote).map((note) => ({ type: 'note', note, isDraft }))
  }

  return {
    async readNews(job) {
      const heard = readSaid(await tools.readLive(tenantId, id), job)
      return [
        ...(await readRecording()),
        ...transcript.take(heard.items),
        ...texts(tools.texts.read(id)),
        ...(await readNotes(job, heard)),
      ]
    },
  }
}

/** What is final so far, also where no recording was heard as a whole yet; the same for the same session. */
function openSaid(): (session: VersionedSession, job: Job) => Transcript {
  let last: { session: VersionedSession; said: Transcript } | undefined
  return (session, { language }) => {
    if (last?.session === session) return last.said
    const { transcript, items, startsMs } = session
    const all = [...items].flatMap(([id, own]) => shiftItems(own, startsMs.get(id) ?? 0))
    const durationMs = Math.max(0, ...all.map(({ endMs }) => endMs))
    all.sort((a, b) => a.startMs - b.startMs)
    last = { session, said: transcript ?? { language, durationMs, items: all, engine: '', model: '', warnings: [] } }
    return last.said
  }
}

/** Items by what they say: the words of each, with their times, are read with the transcript. */
const signatureOf = ({ id, startMs, endMs, speaker, speakerLabel, text }: Item) =>
  JSON.stringify([id, startMs, endMs, speaker, speakerLabel, text])

function followItems(known: string | undefined) {
  let sent: ReadonlyMap<string, string> | undefined
  let last: readonly Item[] | undefined
  let mark = ''
  return {
    mark: () => mark,
    take(items: Item[]): SessionNews[] {
      if (items === last) return []
      last = items
      const before = sent
      const signed = new Map(items.map((item) => [item.id, signatureOf(item)]))
      sent = signed
      mark = createHash('sha256')
        .update([...signed.values()].join())
        .digest('base64url')
        .slice(0, 22)
      if (before === undefined && mark === known) return []
      const isWhole = before === undefined
      const changed = items.filter((item) => before?.get(item.id) !== signed.get(item.id))
      const gone = [...(before?.keys() ?? [])].filter((one) => !signed.has(one))
      if (!isWhole && changed.length === 0 && gone.length === 0) return []
      return [{ type: 'transcript', mark, items: changed, gone, isWhole }]
    },
  }
}

function followTexts(): (open: readonly OpenText[]) => SessionNews[] {
  let sent = new Map<string, OpenText>()
  return (open) => {
    const before = sent
    sent = new Map(open.map((text) => [text.id, text]))
    const over = [...before.values()]
      .filter(({ id }) => !sent.has(id))
      .map((text) => ({ ...text, text: '', stable: '' }))
    const changed = open.filter((text) => before.get(text.id) !== text)
    return [...changed, ...over].map((text) => ({ type: 'partial', text }))
  }
}

function followNotes(): (note: Note) => boolean {
  const sent = new Map<string, Note>()
  return (note) => {
    const isNew = sent.get(note.kind) !== note
    sent.set(note.kind, note)
    return isNew
  }
}
