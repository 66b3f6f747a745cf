import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Transcript } from '../../../src/domain/transcript.ts'
import { codesOf, hearFile, openHearing, textOf } from '../../support/hearing.ts'
import { convert, speak, speakTurns, synthesize } from '../../support/recordings.ts'

const SENTENCE = 'good morning doctor I have had a headache for three days'
/** What a mean recogniser might make of a moment of noise. */
const MOST_WORDS_OF_NOISE = 2

describe('the pipeline', () => {
  let hearing: Awaited<ReturnType<typeof openHearing>>
  before(async () => {
    hearing = await openHearing()
  })
  after(() => hearing.recognizer[Symbol.asyncDispose]())

  const hear = (file: string): Promise<Transcript> => hearFile(hearing, file)

  const wordless: Record<string, () => Promise<string>> = {
    silence: () => synthesize('anullsrc=r=16000', 10),
    'white noise': () => synthesize('anoisesrc=r=16000:a=0.3:seed=1', 10),
    'brown noise': () => synthesize('anoisesrc=r=16000:c=brown:a=0.5:seed=2', 10),
    'mains hum': () => synthesize('sine=f=50:r=16000', 10),
    'a chord': () => synthesize('aevalsrc=0.2*sin(2*PI*262*t)+0.2*sin(2*PI*330*t)+0.2*sin(2*PI*392*t):s=16000', 10),
    'a melody': () =>
      synthesize('aevalsrc=0.5*sin(2*PI*t*220*pow(2\\,floor(mod(3*t\\,8))/12))*(1-mod(3*t\\,1)):s=16000', 10),
    'one long vowel': () =>
      synthesize(
        'aevalsrc=0.3*sin(2*PI*120*t)+0.25*sin(2*PI*720*t)+0.2*sin(2*PI*1200*t)+0.1*sin(2*PI*2400*t):s=16000',
        10,
      ),
  }
  for (const [name, make] of Object.entries(wordless)) {
    test(`invents no words in ${name}, and says that it found none`, async () => {
      const transcript = await hear(await make())
      const words = transcript.items.flatMap((item) => item.words)
      assert.ok(words.length <= MOST_WORDS_OF_NOISE, textOf(transcript))
      assert.ok(transcript.warnings.length > 0)
    })
  }

  const forms: Record<string, string[]> = {
    'of 8 kHz': ['-ar', '8000'],
    'of six channels, 24 bit and 96 kHz': ['-ac', '6', '-ar', '96000', '-c:a', 'pcm_s24le'],
  }
  for (const [name, words] of Object.entries(forms)) {
    test(`hears a recording ${name}`, async () => {
      assert.match(textOf(await hear(await convert(await speak(SENTENCE), 'wav', words))), /headache for 3 days/)
    })
  }

  test('hears a clipped recording and says that it is clipped', async () => {
    const transcript = await hear(await convert(await speak(SENTENCE), 'wav', ['-af', 'volume=14dB']))
    assert.match(textOf(transcript), /headache/)
    assert.ok(codesOf(transcript).includes('audio_clipped'), String(codesOf(transcript)))
  })

  test('keeps the English of a recording whose second half is another language', async () => {
    const { path } = await speakTurns([
      ['slt', SENTENCE],
      ['rms', 'zhuh swee tray fatigay duhpwee troy zhoor ay zhay mal ah la tet'],
    ])
    assert.match(textOf(await hear(path)), /^Good morning,? doctor\. I have had a headache for 3 days\./)
  })

  test('does not make a voice of somebody who says two words', async () => {
    const { path } = await speakTurns([
      ['slt', `${SENTENCE}. it started on monday and it is worse in the evening when I come home from work`],
      ['rms', 'come in'],
      ['slt', 'I take aspirin every morning but it does not help and I can not sleep at night'],
    ])
    const transcript = await hear(path)
    assert.match(textOf(transcript), /come in/i)
    assert.ok(new Set(transcript.items.map(({ speakerLabel }) => speakerLabel)).size <= 2)
  })
})
