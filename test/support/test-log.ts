import { readFile } from 'node:fs/promises'
import { type Logger, pino } from 'pino'
import { openLog } from '../../src/platform/log.ts'

/** Words that patients and doctors of the tests say, and that no log has a reason to know. */
const SAID =
  /headache|migraine|aspirin|penicillin|sore throat|bad cough|diabetes|ibuprofen|metformin|Okonkwo|Zebediah|Quuxfeld|Quintessa|tussilago|marmalade|warfarin|oxycodone|morphine|amoxicillin|three days|Gregory House|Ada Osei/gi

/** Everything that the servers of a whole test run log goes into one file, in full, where the runner names one. */
export function openTestLog(): Logger {
  const path = process.env.OSLER_TEST_LOG
  return path ? openLog('trace', pino.destination({ dest: path, sync: true, append: true })) : openLog('silent')
}

/** How many lines the file has, and which of the words that were said. */
export async function searchTestLog(path: string): Promise<{ lines: number; said: string[] }> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const said = new Set(Array.from(text.matchAll(SAID), ([word]) => word.toLowerCase()))
  return { lines: text.split('\n').length - 1, said: [...said] }
}
