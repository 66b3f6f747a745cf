import { workerData } from 'node:worker_threads'
import { buildLetters } from '../src/engines/speech/language-pack/build.ts'
import { GENERAL } from '../src/engines/speech/pocketsphinx-process.ts'

await buildLetters(GENERAL, workerData)
