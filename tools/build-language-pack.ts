import { fileURLToPath } from 'node:url'
import { buildLanguagePack } from '../src/engines/speech/language-pack/build.ts'
import { GENERAL } from '../src/engines/speech/pocketsphinx-process.ts'

// Builds the clinical language pack of PocketSphinx into build/: part of set-up.
await buildLanguagePack(GENERAL, fileURLToPath(new URL('../build/language-pack', import.meta.url)))
