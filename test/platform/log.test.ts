import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { test } from 'node:test'
import { OslerError } from '../../src/domain/errors.ts'
import { openLog } from '../../src/platform/log.ts'

const SENTENCE = 'Mrs Ann Smith has drunk since her son died'

/** What the log writes while `work` runs. */
function logged(work: (log: ReturnType<typeof openLog>) => void): { text: string; lines: Record<string, unknown>[] } {
  let text = ''
  const destination = new Writable({
    write(chunk, _encoding, done) {
      text += chunk
      done()
    },
  })
  work(openLog('debug', destination))
  const lines = text.split('\n').filter(Boolean)
  return { text, lines: lines.map((line) => JSON.parse(line)) }
}

/** An error of somebody else's, with the sentence wherever an error can hold one. */
function foreignError(): Error {
  const cause = new TypeError(`${SENTENCE}\n    at ${SENTENCE} (file:///ann.ts:1:2)`, { cause: SENTENCE })
  const error = new SyntaxError(`Unexpected token in "${SENTENCE}\n    at ${SENTENCE}"`, { cause })
  return Object.assign(error, { code: SENTENCE, transcript: SENTENCE })
}

/** V8 writes the head of the stack when it is first read, so that an older message may stay in it. */
function changedError(): Error {
  const error = foreignError()
  assert.match(error.stack ?? '', /Ann/)
  error.name = SENTENCE
  error.message = 'Another message.'
  return error
}

test('nothing that a patient said is logged with a foreign error, however it is passed', () => {
  const { text, lines } = logged((log) => {
    for (const error of [foreignError(), changedError(), new AggregateError([foreignError()], SENTENCE)]) {
      log.error(error)
      log.error({ error })
      log.error({ err: error })
      log.error({ err: error }, error.message)
      log.error({ error }, `The work failed: ${error.message}`)
      log.error(error, 'work')
      log.child({ reqId: '1' }).warn({ error }, 'work')
    }
    log.error({ error: SENTENCE }, 'work')
  })
  assert.equal(lines.length, 22)
  assert.doesNotMatch(text, /Ann|Smith|drunk|son died/)
})

test('of an error, its name, code, frames and causes are logged', () => {
  const cause = Object.assign(new TypeError('secret'), { code: 'ECONNRESET' })
  const { lines } = logged((log) => log.error({ error: new RangeError('secret', { cause }) }, 'work'))
  const { name, frames, cause: printed } = (lines[0]?.error ?? {}) as Record<string, unknown>
  assert.equal(name, 'RangeError')
  assert.match(String((frames as string[])[0]), /^at .*log\.test\.ts:\d+:\d+\)?$/)
  assert.partialDeepStrictEqual(printed, { name: 'TypeError', code: 'ECONNRESET' })
  assert.equal(lines[0]?.msg, 'work')
})

test('of an error of ours, code and numbers are logged, and not the sentence', () => {
  const error = new OslerError('audio_too_long', SENTENCE, { actualMs: 2, limitMs: 1 })
  const { text, lines } = logged((log) => log.info({ error }, 'request refused'))
  assert.partialDeepStrictEqual(lines[0]?.error, { code: 'audio_too_long', details: { actualMs: 2, limitMs: 1 } })
  assert.doesNotMatch(text, /Ann/)
})

test('a ring of causes comes to an end', () => {
  const [first, second] = [new Error('one'), new Error('two')]
  first.cause = second
  second.cause = first
  const { lines } = logged((log) => log.error({ error: first }, 'work'))
  assert.equal(lines.length, 1)
})

test('requests and answers are never logged whole', () => {
  const { text } = logged((log) =>
    log.info(
      { req: { url: `/?name=${SENTENCE}` }, res: { statusCode: 200, headers: { location: SENTENCE } } },
      'request',
    ),
  )
  assert.doesNotMatch(text, /Ann/)
  assert.match(text, /"status":200/)
})
