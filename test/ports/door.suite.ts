import assert from 'node:assert/strict'
import type { z } from 'zod'
import type { App, Door } from '../../src/api/door.ts'
import { ERRORS, type ErrorCode, OslerError } from '../../src/domain/errors.ts'
import type { Job } from '../../src/domain/job.ts'
import type { TestSystem } from '../support/open-test-system.ts'
import { until } from '../support/until.ts'
import { asTest, type Check } from './check.ts'

/** A door, and what one must know of its vendor to use it. */
export interface DoorClient {
  door: Door
  /** The vendor's body of an error. */
  Failure: z.ZodType
  /** Sends a recording; answers where what was said in it is read, once it is there. */
  send(ask: TestSystem['ask'], recording: string): Promise<Response>
  /** Where the answer to `send` says that the result is; nowhere where that answer is the result. */
  resultPath?(body: unknown): string
  /** Whether the vendor's own sentence stands in place of some of ours. */
  hasOwnSentences?: boolean
}

/** A server on which the door is open, a recording that it hears as `said`, and the key of another tenant. */
export interface DoorWorld {
  osler: TestSystem
  recording: string
  said: RegExp
  otherKey: string
}

interface MountedRoute {
  method: string
  path: string
  isOpen: boolean
}

/** What a patient said and must come back in no error. */
const CANARY = 'Zebulon Quartermain has syphilis'
const CORRECTED = 'It was corrected by a person.'
const NO_ID = '00000000-0000-7000-8000-000000000000'

/** What every door keeps. `open` gives a server with the door open. */
export function doorSuite(client: DoorClient, open: () => Promise<DoorWorld>, check: Check = asTest(client.door.name)) {
  const { door, Failure } = client
  let opened: Promise<DoorWorld> | undefined
  const world = () => (opened ??= open())
  let sent: ReturnType<typeof sendOne> | undefined
  const send = async () => (sent ??= sendOne(client, await world()))

  const refused = async (response: Response, status: number | undefined, what: string): Promise<string> => {
    const text = await response.text()
    if (status === undefined) assert.ok(response.status >= 400 && response.status < 500, `${what}: ${response.status}`)
    else assert.equal(response.status, status, what)
    assert.ok(Failure.safeParse(readJson(text)).success, `${what} answers ${text.slice(0, 200)}`)
    return text
  }

  check('gets the capabilities that it names, and no other', async () => {
    const { osler } = await world()
    assert.deepEqual(Object.keys(osler.system.forDoors.useOf(door)).sort(), [...door.needs, 'records'].sort())
    assert.ok(door.needs.length > 0)
  })

  check('asks for a key on each route that is not open', async () => {
    const { osler } = await world()
    const closed = listMounted(door, osler).filter(({ isOpen }) => !isOpen)
    assert.ok(closed.length > 0)
    for (const { method, path } of closed) {
      const what = `${method} ${path}`
      await refused(await fetch(osler.address + path, { method }), 401, what)
      const headers = { authorization: 'Bearer wrong', 'heidi-api-key': 'wrong' }
      const wrong = await fetch(osler.address + path, { method, headers })
      // Whoever tries many wrong keys is told to wait.
      await refused(wrong, wrong.status === 429 ? 429 : 401, what)
    }
  })

  check('answers a path that there is none of in its own words', async () => {
    const { osler } = await world()
    const places = [...door.bases, ...door.prefixes]
    assert.ok(places.length > 0)
    for (const place of places) await refused(await osler.ask(`${place}/no-such-thing`), 404, place)
  })

  check('refuses what is malformed in its own words, and repeats nothing of it', async () => {
    const { osler } = await world()
    const taking = listMounted(door, osler).filter(({ method }) => /^(POST|PUT|PATCH)$/.test(method))
    assert.ok(taking.length > 0)
    const headers = { 'content-type': 'application/json' }
    for (const { method, path } of taking) {
      const response = await osler.ask(path, { method, body: `{"patient": "${CANARY}`, headers })
      const text = await refused(response, undefined, `${method} ${path}`)
      assert.ok(!text.includes(CANARY.slice(0, 7)), text)
    }
  })

  check('formats every error in its body, with a status that fits', () => {
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const { status, body } = door.formatError(new OslerError(code, 'What was wrong.'), 'request-1')
      assert.ok(Failure.safeParse(body).success, `${code}: ${JSON.stringify(body)}`)
      assert.equal(status >= 500, ERRORS[code].status >= 500, `${code} keeps its class`)
      assert.ok(status >= 400 && status < 600, code)
      if (!client.hasOwnSentences) assert.match(JSON.stringify(body), /What was wrong\./)
    }
  })

  check('tells of an internal error its request id, and nothing else', () => {
    const cause = new Error(`secret: ${CANARY}`)
    const { body } = door.formatError(new OslerError('internal', undefined, {}, { cause }), 'request-1')
    assert.match(JSON.stringify(body), /request-1/)
    assert.doesNotMatch(JSON.stringify(body), /secret|Zebulon/)
  })

  check('takes a recording and gives what was said in it', async () => {
    const { said } = await world()
    const { text } = await send()
    assert.match(text, said)
  })

  check('does not find what belongs to another tenant', async () => {
    const { osler, otherKey } = await world()
    const { path, job } = await send()
    const asked = path ?? listMounted(door, osler).find((route) => route.path.includes(NO_ID))?.path
    if (asked === undefined) return
    const theirs = await osler.ask(asked.replaceAll(NO_ID, job.id), { key: otherKey })
    const text = await refused(theirs, 404, asked)
    const none = await osler.ask(asked.replaceAll(job.id, NO_ID), { key: otherKey })
    assert.equal(maskIds(text), maskIds(await none.text()), 'as if it did not exist')
  })

  check('keeps with a job what its schema knows, and nothing that it loses', async () => {
    const { doorState } = (await send()).job
    const state = door.state.parse(doorState) as Record<string, unknown>
    for (const [name, value] of Object.entries(doorState)) assert.deepEqual(state[name], value, name)
    assert.deepEqual(door.state.parse(JSON.parse(JSON.stringify(state))), state)
  })

  check('posts what people corrected, where it calls back', async () => {
    const { osler, said } = await world()
    const { job } = await send()
    await correctAll(osler, job)
    const result = await osler.system.capabilitiesOf(door.name).jobs.readResult(job.tenantId, job.id)
    assert.ok(result?.transcript)
    if (!door.formatCallback) return
    const posted = JSON.stringify(door.formatCallback(result, door.state.parse(job.doorState)))
    assert.ok(posted.includes(CORRECTED), posted)
    assert.doesNotMatch(posted, said)
  })
}

/** What a door mounts, as it tells an app that only listens; parameters have an id that nothing has. */
function listMounted(door: Door, { system }: TestSystem): MountedRoute[] {
  const mounted: MountedRoute[] = []
  const note = (method: string) => (path: string, options: { config?: { isOpen?: boolean } }) =>
    mounted.push({ method: method.toUpperCase(), path: fillPath(path), isOpen: options.config?.isOpen === true })
  const methods = ['get', 'post', 'put', 'patch', 'delete']
  const app = Object.fromEntries(methods.map((method) => [method, note(method)]))
  const settings = system.config.doorSettings[door.name] ?? {}
  const silent = { head() {}, addContentTypeParser() {}, removeContentTypeParser() {}, addHook() {} }
  door.routes({ ...app, ...silent } as unknown as App, system.forDoors.useOf(door), settings)
  return mounted
}

/** `:id(^[^:]+)::finish` is an id and `:finish`. */
const fillPath = (path: string) =>
  path
    .replaceAll('::', '§')
    .replace(/:(\w+)(\([^)]*\))?/g, NO_ID)
    .replaceAll('§', ':')

const maskIds = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Sends a recording through the door and waits for what was said. */
async function sendOne({ door, send, resultPath }: DoorClient, { osler, recording }: DoorWorld) {
  const response = await send(osler.ask, recording)
  const body = await response.text()
  assert.ok(response.ok, `${response.status} ${body}`)
  const path = resultPath?.(readJson(body))
  const { jobs } = osler.system.capabilitiesOf(door.name)
  const [job] = (await jobs.list('default', 100)).filter((each) => each.door === door.name)
  assert.ok(job, 'it makes a job of its own')
  const ended = await until('the job has ended', async () => {
    const found = await jobs.find('default', job.id)
    return found && found.status !== 'ongoing' && found
  })
  assert.equal(ended.status, 'succeeded', ended.error?.message)
  return { path, job: ended, text: path === undefined ? body : await (await osler.ask(path)).text() }
}

/** A person says of every item what was said. */
async function correctAll({ system }: TestSystem, { tenantId, consultationId }: Job): Promise<void> {
  const { consultations } = system.capabilitiesOf('native')
  const { items, version } = (await consultations.read(tenantId, consultationId)).transcript
  let seen = version
  for (const { id } of items) {
    const change = { action: 'edit' as const, item: id, text: CORRECTED }
    const caller = { tenantId, keyId: '' }
    seen = (await consultations.correct(caller, consultationId, change, { version: seen, author: 'A' })).version
  }
}
