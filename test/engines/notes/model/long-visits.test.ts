import assert from 'node:assert/strict'
import type { ServerResponse } from 'node:http'
import { test } from 'node:test'
import type { Transcript } from '../../../../src/domain/transcript.ts'
import { openExtractive } from '../../../../src/engines/notes/extractive/writer.ts'
import { openModelWriter } from '../../../../src/engines/notes/model/model-writer.ts'
import { openOpenAiModel } from '../../../../src/engines/notes/openai.ts'
import {
  type Asked,
  openFakeModelServer,
  promptOf,
  shownIn,
  status,
  stream,
} from '../../../support/fake-model-server.ts'
import { transcriptOf } from '../../../support/spoken-words.ts'

const { signal } = new AbortController()

const write = ({ url }: { url: string }, transcript: Transcript) =>
  openModelWriter(openOpenAiModel({ urls: [url], retries: 0 }), openExtractive()).write(
    transcript,
    { kind: 'summary' },
    signal,
  )

/** Some lines of what is shown, in their own words. */
function repeatSome(response: ServerResponse, asked: Asked): void {
  const lines = shownIn(asked).slice(0, 30)
  stream(lines.map(({ number, text }) => `- ${text} [${number}]\n`).join(''))(response)
}

test('a visit of four hours is read in parts that fit the window, and every item is read', async () => {
  const sentences = Array.from(
    { length: 4 * 60 * 12 },
    (_, index) => `In minute ${Math.floor(index / 12)} my knee still hurts badly.`,
  )
  const transcript = transcriptOf(sentences)
  await using server = await openFakeModelServer([repeatSome], { windowTokens: 8192 })
  const { warnings } = await write(server, transcript)
  assert.deepEqual(warnings, [])
  assert.ok(server.asked.length > 5, String(server.asked.length))
  // Four letters to a token is what current tokenizers have in English at best.
  for (const prompt of server.asked.map(promptOf))
    assert.ok(prompt.length / 4 + 2048 < 8192, `${prompt.length} letters`)
  const shown = new Set(server.asked.flatMap(shownIn).map(({ number }) => number))
  assert.equal(shown.size, transcript.items.length)
  assert.match(promptOf(server.asked[1] as Asked), /This is part 2 of \d+ of the transcript\./)
})

test('a part that the model cannot answer is not passed over: a warning counts the items', async () => {
  const transcript = transcriptOf(Array.from({ length: 400 }, (_, index) => `On day ${index + 1} I had a cough again.`))
  const fails = (response: ServerResponse, asked: Asked) =>
    /part 2 of/.test(promptOf(asked)) ? status(500)(response) : repeatSome(response, asked)
  await using server = await openFakeModelServer([fails], { windowTokens: 8192 })
  const { warnings } = await write(server, transcript)
  const unread = warnings.find(({ code }) => code === 'items_unread')
  assert.match(unread?.message ?? '', /^Not read by the language model: \d+ of 400 items/)
})

test('an item longer than the window is read whole, in pieces that keep its number', async () => {
  const words = Array.from({ length: 6000 }, (_, index) => `word${index}`)
  await using server = await openFakeModelServer(['- None.\n'], { windowTokens: 8192 })
  await write(server, transcriptOf([words.join(' ')]))
  const pieces = server.asked.flatMap(shownIn)
  assert.deepEqual([...new Set(pieces.flatMap(({ text }) => text.match(/word\d+/g) ?? []))], words)
  assert.deepEqual([...new Set(pieces.map(({ number }) => number))], [1])
})
