import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type Answered, type Exchange, findMismatch, type Known, sendExchange } from '../support/exchange.ts'
import { openTestSystem, TEST_KEY, type TestSystem } from '../support/open-test-system.ts'
import { openReceiver, type Receiver } from '../support/receiver.ts'
import { speak } from '../support/recordings.ts'
import { until } from '../support/until.ts'

const FOLDER = join(import.meta.dirname, 'exchanges')
const readJson = async (path: string) => JSON.parse(await readFile(path, 'utf8'))
const clients = await readJson(join(FOLDER, 'clients.json'))
const files = (await Array.fromAsync(glob('*.json', { cwd: FOLDER }))).filter((name) => name !== 'clients.json').sort()

describe('what clients send to each vendor', () => {
  let osler: TestSystem
  let receiver: Receiver
  let recording: Buffer

  before(async () => {
    recording = await readFile(await speak('I have had a headache for three days'))
    receiver = await openReceiver((request, response) => response.end(request.url === '/callback' ? '' : recording))
    osler = await openTestSystem({ allowHosts: ['127.0.0.1'], allowOrigins: ['https://emr.example'] })
  })
  after(async () => {
    await osler[Symbol.asyncDispose]()
    await receiver[Symbol.asyncDispose]()
  })

  const explain = ({ answer }: Exchange, { status, headers, text }: Answered, known: Known): string | undefined => {
    if (status !== answer.status) return `the status is ${status}, not ${answer.status}: ${text.slice(0, 300)}`
    const missing = answer.has?.find((name) => headers[name] === undefined)
    if (missing) return `the header ${missing} is missing`
    const unwanted = answer.without?.find((name) => headers[name] !== undefined)
    if (unwanted) return `the header ${unwanted} is there`
    if (answer.text !== undefined) return findMismatch(answer.text, text, known)
    return answer.body === undefined ? undefined : findMismatch(answer.body, JSON.parse(text), known)
  }

  for (const file of files) {
    test(`is answered as they need it: ${basename(file, '.json')}`, async (t) => {
      const known: Known = new Map([
        ['receiver', receiver.address],
        ['key', TEST_KEY],
      ])
      for (const exchange of (await readJson(join(FOLDER, file))) as Exchange[]) {
        await t.test(exchange.what, async () => {
          const ask = async () => {
            const answered = await sendExchange(exchange, osler.address, { clients, known, recording })
            return explain(exchange, answered, known) ?? ''
          }
          if (exchange.answer.poll) await until('it is as wanted', async () => (await ask()) === '')
          else assert.equal(await ask(), '')
          if (exchange.called === undefined) return
          const call = await until('the callback comes', () =>
            receiver.received.find(({ path }) => path === '/callback'),
          )
          assert.equal(findMismatch(exchange.called, JSON.parse(call.body), known), undefined)
        })
      }
    })
  }
})

test('an answer that is not what a client needs is told', () => {
  const known: Known = new Map()
  assert.equal(findMismatch({ id: '<job>', at: '<number>' }, { id: 'a', at: 1 }, known), undefined)
  for (const [wanted, got, says] of [
    [{ id: '<job>' }, { id: 'b' }, 'body.id is "b", not "<job>"'],
    [{ id: '<text>' }, { id: '' }, 'body.id is "", not "<text>"'],
    [{ a: ['<number>'] }, { a: ['1'] }, 'body.a.0 is "1", not "<number>"'],
    [{ a: 1 }, { a: 1, b: 2 }, 'body.b is not wanted'],
    [{ a: 1, b: null }, { a: 1 }, 'body.b is missing'],
    [{ a: '/^x/' }, { a: 'yx' }, 'body.a is "yx", not "/^x/"'],
    [[], null, 'body is null, not []'],
  ]) {
    assert.equal(findMismatch(wanted, got, known), says)
  }
})
