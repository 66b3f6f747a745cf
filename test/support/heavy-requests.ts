import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { make, speak, synthesize } from './recordings.ts'
import { until } from './until.ts'

const SAMPLE = join(import.meta.dirname, '../../samples/consultation.ogg')

interface Answer {
  status: number
  text: string
}

/** A request, or many at once, with as much work as one key may ask for. */
export interface HeavyRequest {
  name: string
  statuses: readonly number[]
  /** What the first answer begins with. */
  begins?: RegExp
  /** Makes ready what it is about, and sends it. Where the answer costs a minute, `share` says how much of that is asked for. */
  send(client: HeavyClient, share: number): Promise<Promise<Answer>[]>
}

export type HeavyClient = ReturnType<typeof openHeavyClient>

/** Who sends them to a server. */
export function openHeavyClient(address: string, key: string) {
  const authorization = `Bearer ${key}`
  let consultation: Promise<string> | undefined

  async function ask(path: string, method = 'GET', body?: object): Promise<Answer> {
    const isForm = body instanceof FormData
    const response = await fetch(address + path, {
      method,
      headers: { authorization, ...(body && !isForm && { 'content-type': 'application/json' }) },
      ...(body && { body: isForm ? body : JSON.stringify(body) }),
    })
    return { status: response.status, text: await response.text() }
  }
  const json = async <Body>(path: string): Promise<Body> => JSON.parse((await ask(path)).text)

  async function upload(file: string, documents = ''): Promise<Answer> {
    const form = new FormData()
    form.append('documents', documents)
    form.append('file', await openAsBlob(file), 'x.wav')
    return ask('/api/consultations', 'POST', form)
  }

  /** Sends a recording; answers the path of its consultation. */
  async function begin(file: string, documents = ''): Promise<string> {
    return `/api/consultations/${JSON.parse((await upload(file, documents)).text).id}`
  }

  async function hear(file: string, documents: string): Promise<string> {
    const path = await begin(file, documents)
    await until('it is heard', async () => {
      const { request } = await json<{ request: { status: string } }>(path)
      return request.status === 'succeeded'
    })
    return path
  }

  return {
    ...{ ask, json, upload, begin, hear },
    /** A consultation of one sentence with a summary, the same for all. */
    consultation(): Promise<string> {
      consultation ??= speak('I have had a headache for three days and I take aspirin').then((file) =>
        hear(file, 'summary'),
      )
      return consultation
    },
    write: (...texts: string[]) =>
      ask('/v1/core/server/generate-note', 'POST', {
        ...{ note_locale: 'ENGLISH_US', note_template: 'GENERIC_SOAP' },
        transcript_items: texts.map((text) => ({ text, speaker_type: 'DOCTOR' })),
      }),
    /** Asks, reads nothing of the answer, and hangs up after a while. */
    async stall(path: string, ms: number): Promise<Answer> {
      const { hostname, port } = new URL(address)
      const socket = connect(Number(port), hostname)
      socket.on('error', () => {})
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\n\r\n`)
      await sleep(ms)
      socket.destroy()
      return { status: 0, text: '' }
    },
  }
}

/** How long `/health/live` was silent at most from when these requests were sent until all are answered, and the answers. */
export async function watchHealth(address: string, send: () => Promise<readonly Promise<Answer>[]>) {
  const watcher = new Worker(new URL('./watch-health.ts', import.meta.url), { workerData: address })
  try {
    await once(watcher, 'message')
    const requests = await send()
    watcher.postMessage('begin')
    const answers = await Promise.all(requests)
    watcher.postMessage('end')
    const [silentMs] = (await once(watcher, 'message')) as [number]
    return { silentMs, answers }
  } finally {
    await watcher.terminate()
  }
}

const DIALOGUE = ['I have had a headache for three days.', 'Do you have any fever?', 'No, I do not.', 'Take ibuprofen.']
/** Nearly a thousand letters. */
const long = (at: number) => `${DIALOGUE[at % 4]} It was so on day ${at}. `.repeat(30).slice(0, 980).trim()
const repeat = <Value>(times: number, make: (at: number) => Value) => Array.from({ length: times }, (_, at) => make(at))

interface Document {
  version: number
  sections: object[]
}

/** Changes the text of the consultation into 3,500 words, all different from those it had. */
async function editAll({ ask, json, consultation }: HeavyClient, letter: string) {
  const path = `${await consultation()}/transcript`
  const { version, items } = await json<{ version: number; items: { id: string }[] }>(path)
  const text = repeat(3500, (at) => letter + String(at)).join(' ')
  return [ask(path, 'PATCH', { version, author: 'Dr. Okonkwo', change: { action: 'edit', item: items[0]?.id, text } })]
}

/** In this order: the later ones are about what the earlier have left. */
export const HEAVY_REQUESTS: readonly HeavyRequest[] = [
  {
    name: 'a dictated list of medicines without a full stop is written',
    statuses: [200],
    send: async ({ write }) => [write('take metformin 500 mg twice a day '.repeat(235))],
  },
  {
    name: 'forty thousand full stops are written',
    statuses: [200, 422],
    send: async ({ write }) => [write(`${'.'.repeat(40_000)}a`)],
  },
  {
    name: 'a plain consultation of many pages is written',
    statuses: [200, 422],
    send: async ({ write }, share) => [write(...repeat(900 * share, long))],
  },
  {
    name: 'a word of 900 kB is put into a document',
    statuses: [200],
    async send({ ask, json, consultation }) {
      const path = `${await consultation()}/documents/summary`
      const { version, sections } = await json<Document>(path)
      const statement = { text: 'x'.repeat(900_000), evidence: [], support: 'entered' }
      const changed = sections.map((section, at) => ({ ...section, statements: at === 0 ? [statement] : [] }))
      return [ask(path, 'PUT', { version, author: 'Dr. Okonkwo', sections: changed })]
    },
  },
  {
    name: 'a document with that word is printed as PDF and HTML',
    statuses: [200],
    begins: /^%PDF-/,
    async send({ ask, consultation }) {
      const path = `${await consultation()}/documents/summary`
      return ['pdf', 'html'].map((format) => ask(`${path}?format=${format}`))
    },
  },
  {
    name: 'a sentence is made 3,500 words',
    statuses: [200],
    send: (client) => editAll(client, 'a'),
  },
  {
    name: 'the 3,500 words are made 3,500 others',
    statuses: [200],
    send: (client) => editAll(client, 'b'),
  },
  {
    name: 'one of the 3,500 is looked for',
    statuses: [200],
    send: async ({ ask }) => [ask('/api/consultations/search', 'POST', { words: 'b1234' })],
  },
  {
    name: 'the text is redacted, and all is exported',
    statuses: [200],
    async send({ ask, consultation }) {
      const path = await consultation()
      return [ask(`${path}/transcript?redact=true`), ask(`${path}/fhir`)]
    },
  },
  {
    name: 'forty look at the outline of a long recording, and forty listen to it without taking anything',
    statuses: [0, 200],
    async send({ ask, hear, stall }, share) {
      const path = await hear(await synthesize('anoisesrc=amplitude=0.01', 3500 * share, 'mp3'), '')
      const looks = repeat(40, () => ask(`${path}/audio/outline`))
      return [...looks, ...repeat(40, () => stall(`${path}/audio`, 5000))]
    },
  },
  {
    name: 'three hundred follow a consultation while it is heard',
    statuses: [200],
    async send({ ask, begin }) {
      const path = await begin(SAMPLE, 'summary')
      return repeat(300, () => ask(`${path}/events`))
    },
  },
  {
    name: 'recordings come whose headers take a program seconds to read',
    statuses: [202, 400, 422],
    async send({ upload }, share) {
      const file = await makeLongHeader(100_000 * share)
      return repeat(4, () => upload(file))
    },
  },
]

/** An MP3 with so many comments before its sound. */
const makeLongHeader = (comments: number) =>
  make('mp3', `long header ${comments}`, async (path) => {
    const frames = repeat(comments, (at) => {
      const body = Buffer.from(`\x03k${at}\0v`, 'latin1')
      return Buffer.concat([Buffer.from('TXXX'), synchsafe(body.length), Buffer.alloc(2), body])
    })
    const tag = Buffer.concat(frames)
    const sound = await readFile(await synthesize('anoisesrc=amplitude=0.01', 2, 'mp3'))
    await writeFile(path, Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), synchsafe(tag.length), tag, sound]))
  })

/** A number as ID3 writes it: four times seven bits. */
const synchsafe = (number: number) => Buffer.from([21, 14, 7, 0].map((bits) => (number >> bits) & 0x7f))
