import { openSilero } from '../../src/engines/activity/silero.ts'
import { listModels } from '../../src/engines/models/model-folders.ts'
import { openPythons } from '../../src/engines/python/open-pythons.ts'
import { openWhisper } from '../../src/engines/speech/whisper.ts'

/** Small enough for tests to hear with, and in English alone. */
export const TEST_MODEL = 'whisper-tiny.en'

/** The real engines that hear, in a process of their own; dispose of the recogniser to end it. */
export async function openHearing(name = TEST_MODEL) {
  const model = (await listModels('')).find((one) => one.name === name)
  if (!model) throw new Error(`The model ${name} is not installed: run sh tools/setup.sh test.`)
  const python = openPythons('cpu')(model)
  return { model, python, recognizer: openWhisper(model, python), finders: [openSilero(python)] }
}
