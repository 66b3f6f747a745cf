import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { buildLanguagePack } from '../src/engines/speech/language-pack/build.ts'
import { GENERAL } from '../src/engines/speech/pocketsphinx-process.ts'

// Builds the clinical language pack of PocketSphinx into build/: part of set-up. Letters are learned on another core
// meanwhile.
const folder = fileURLToPath(new URL('../build/language-pack', import.meta.url))
const letters = new Worker(new URL('learn-letters.ts', import.meta.url), { workerData: folder })
const learned = new Promise<void>((resolve, reject) => letters.once('exit', resolve).once('error', reject))
await buildLanguagePack(GENERAL, folder)
await learned
