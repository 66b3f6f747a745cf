import assert from 'node:assert/strict'
import { test } from 'node:test'
import './page.ts'

const { ApiError } = await import('../../web/src/api.ts')
const { runAttempt } = await import('../../web/src/use.ts')

test('what goes well is answered, and nothing is said', async () => {
  assert.deepEqual(await runAttempt(async () => 7), { value: 7 })
})

test('what goes wrong is said in its own words', async () => {
  const failing = () => Promise.reject(new Error('The disk is full.'))
  assert.deepEqual(await runAttempt(failing), { message: { text: 'The disk is full.', isBad: true } })
})

test('what was changed elsewhere is read anew before it is said, and said even where that fails', async () => {
  const conflict = () => Promise.reject(new ApiError('changed_elsewhere', 'It was changed meanwhile.', 409))
  const said = { message: { text: 'It was changed meanwhile.', isBad: true } }
  let reads = 0
  assert.deepEqual(await runAttempt(conflict, async () => reads++), said)
  assert.equal(reads, 1)
  assert.deepEqual(await runAttempt(conflict, () => Promise.reject(new Error('away'))), said)
})

test('another failure reads nothing anew', async () => {
  let reads = 0
  await runAttempt(
    () => Promise.reject(new ApiError('not_found', 'Gone.', 404)),
    async () => reads++,
  )
  assert.equal(reads, 0)
})
