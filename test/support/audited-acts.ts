import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '../../src/domain/ids.ts'
import { TEST_KEY } from './open-test-system.ts'
import type { Random } from './random.ts'

/** What was done at a server, and what the trail owes for it. */
export interface Act {
  action: string
  /** Empty of what is made: nobody knew its id. */
  subject: string
  /** Undefined where the client hung up, or the server died before it answered. */
  status: number | undefined
}

const VOCABULARIES = '/api/vocabularies'

/** Acts of many sorts, each on a thing of its own, one after the other; a dead server is waited for. */
export function openActor(random: Random, address: () => string) {
  const made: string[] = []
  const body = () => JSON.stringify({ name: `act ${newId()}`, terms: [{ text: 'Xarelto' }] })

  async function ask(action: string, subject: string, path: string, key = TEST_KEY, content?: string): Promise<Act> {
    const [method = ''] = action.split(' ')
    const headers = { authorization: `Bearer ${key}`, ...(content && { 'content-type': 'application/json' }) }
    const asked = { method, headers, ...(content && { body: content }), signal: AbortSignal.timeout(30_000) }
    try {
      const response = await fetch(address() + path, asked)
      const answer = (await response.json().catch(() => ({}))) as { id?: string }
      if (response.status === 201 && answer.id) made.push(answer.id)
      return { action, subject: response.status === 201 ? (answer.id ?? '') : subject, status: response.status }
    } catch {
      await sleep(50)
      return { action, subject, status: undefined }
    }
  }

  /** The body is there, and who sent it is gone before the answer. */
  async function hangUp(): Promise<Act> {
    const { hostname, port } = new URL(address())
    const [content, socket] = [body(), connect(Number(port), hostname)]
    const head = `POST ${VOCABULARIES} HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${TEST_KEY}\r\n`
    socket.on('error', () => {})
    socket.write(`${head}content-type: application/json\r\ncontent-length: ${content.length}\r\n\r\n${content}`)
    setTimeout(() => socket.resetAndDestroy(), random.below(20))
    await new Promise((resolve) => socket.once('close', resolve))
    return { action: `POST ${VOCABULARIES}`, subject: '', status: undefined }
  }

  const make = () => ask(`POST ${VOCABULARIES}`, '', VOCABULARIES, TEST_KEY, body())

  const sorts: (() => Promise<Act>)[] = [
    make,
    hangUp,
    async () => {
      const [id] = made.splice(random.below(made.length), 1)
      if (id === undefined) return make()
      return ask(`DELETE ${VOCABULARIES}/:id`, id, `${VOCABULARIES}/${id}`)
    },
    async () => {
      const id = newId()
      return ask('GET /api/consultations/:id/transcript', id, `/api/consultations/${id}/transcript`)
    },
    async () => {
      const id = newId()
      return ask('GET /api/consultations/:id/documents', id, `/api/consultations/${id}/documents`, 'wrong')
    },
    async () => {
      const id = made[random.below(made.length)] ?? newId()
      const content = JSON.stringify({ name: 'changed', terms: [] })
      return ask(`PUT ${VOCABULARIES}/:id`, id, `${VOCABULARIES}/${id}`, TEST_KEY, content)
    },
  ]
  return () => random.pick(sorts)()
}
