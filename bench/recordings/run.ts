import { findModel, hearFile, openHearing } from '../../test/support/hearing.ts'
import { compare, hearPlain, MOST_LATE_MS, makeSpeech } from './compare.ts'
import { RECIPES } from './recipes.ts'

// Makes the same speech into recordings as people send them (containers, codecs, channels, time stamps, faults) and prints
// which are heard like the plain WAV file: the same words, within 50 ms of their times, or a clear error. Ends with 1 where
// one is not. `npm run bench:recordings`, or those whose name has a word: `node bench/recordings/run.ts webm`

const MODEL = process.env.OSLER_SPEECH_MODEL ?? 'whisper-base'

const wanted = process.argv.slice(2)
const hearing = await openHearing((await findModel(MODEL)).name)
await using _ = hearing.recognizer
const hear = (file: string) => hearFile(hearing, file)
const speech = await makeSpeech()
const plain = await hearPlain(speech, hear)
console.log(`${MODEL} hears: ${plain.words.join(' ')}\n`)
const chosen = RECIPES.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
let wrong = 0
for (const recipe of chosen) {
  const { name, isRight, outcome } = await compare(recipe, speech, plain, hear)
  if (!isRight) wrong++
  console.log(`${isRight ? 'right' : 'WRONG'}  ${name.padEnd(44)}  ${outcome}`)
}
console.log(
  `\n${chosen.length - wrong} of ${chosen.length} right (the same words, within ${MOST_LATE_MS} ms, or a clear error)`,
)
process.exitCode = wrong > 0 ? 1 : 0
