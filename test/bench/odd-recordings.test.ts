import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { compare, hearPlain, makeShortSpeech, type Plain } from '../../bench/recordings/compare.ts'
import { RECIPES } from '../../bench/recordings/recipes.ts'
import { hearFile, openHearing } from '../support/hearing.ts'

/** A dozen of those that `npm run bench:recordings` makes. */
const CHOSEN = [
  ...[
    'wav telephone',
    'wav 64-bit sizes',
    'mp3 libmp3lame -q:a 9',
    'webm as a browser streams it',
    '3gp aac -ar 44100',
  ],
  ...['flac one channel inverted', 'm4a 4 s late', 'webm 5 s late, with a picture', 'webm with one packet in 25 lost'],
  ...['wav size of the file far too large', 'wav cut off', 'aac aac', 'silence'],
]

describe('a recording as people send it', () => {
  let hearing: Awaited<ReturnType<typeof openHearing>>
  let speech: string
  let plain: Plain
  const hear = (file: string) => hearFile(hearing, file)

  before(async () => {
    hearing = await openHearing()
    speech = await makeShortSpeech()
    plain = await hearPlain(speech, hear)
  })
  after(() => hearing.recognizer[Symbol.asyncDispose]())

  for (const name of CHOSEN) {
    test(`is heard as the plain one is, or refused: ${name}`, async () => {
      const recipe = RECIPES.find((one) => one.name === name)
      assert.ok(recipe, 'there is no such recipe')
      const { isRight, outcome } = await compare(recipe, speech, plain, hear)
      assert.ok(isRight, outcome)
    })
  }
})
