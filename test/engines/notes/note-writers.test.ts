import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWriters, type WriterName } from '../../../src/engines/notes/registry.ts'

const URL = 'http://127.0.0.1:8000/v1'
const namesOf = async (...asked: Parameters<typeof openWriters>) =>
  (await openWriters(...asked)).map(({ name }) => name)

for (const [wanted, place, expected] of [
  ['auto', {}, ['extractive']],
  ['auto', { urls: [URL] }, ['openai', 'extractive']],
  ['auto', { model: '/models/some.gguf' }, ['llama', 'extractive']],
  ['auto', { model: '/models/Some-Model.GGUF' }, ['llama', 'extractive']],
  ['auto', { urls: [URL], model: 'some.gguf' }, ['openai', 'extractive']],
  ['openai', { urls: [URL] }, ['openai', 'extractive']],
  ['extractive', { urls: [URL] }, ['extractive']],
] as [WriterName | 'auto', object, string[]][])
  test(`OSLER_NOTES=${wanted} with ${JSON.stringify(place)} gives ${expected.join(' and ')}, best first`, async () =>
    assert.deepEqual(await namesOf(wanted, place), expected))

test('a writer that is wanted and not configured is refused at the start, with the setting it needs', async () => {
  await assert.rejects(openWriters('openai', {}), /OSLER_NOTES is "openai", which needs OSLER_NOTES_URL/)
  await assert.rejects(openWriters('llama', { urls: [URL] }), /OSLER_NOTES is "llama", which needs OSLER_NOTES_MODEL/)
})
