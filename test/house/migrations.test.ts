import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

const FOLDER = join(import.meta.dirname, '../../src/store/migrations')
/** The last one of before two versions ran beside each other. */
const LAST_BEFORE = 61
/** What the version before would miss or trip over, and what stops all writing while a large table is read. */
const BREAKING = /\b(drop (table|column|constraint)|rename|alter column|set not null|drop default)\b/i
const LARGE = 'jobs|recordings|consultations|transcripts|notes|items|stretches|audit|records'
const BLOCKING = new RegExp(`create (unique )?index [^;]*? on (${LARGE})\\b|createIndex\\(`)

test('a migration that the version before could not live with says so in its name, and none stops writing to large tables', async () => {
  for (const file of await readdir(FOLDER)) {
    if (!(Number(file.slice(0, 3)) > LAST_BEFORE) || file === 'index.ts') continue
    const text = (await readFile(join(FOLDER, file), 'utf8')).replaceAll(/\s+/g, ' ')
    const breaks = BREAKING.exec(text)?.[0]
    if (!file.endsWith('-breaks.ts')) assert.equal(breaks, undefined, `${file}: see contributing/migration.md`)
    assert.doesNotMatch(text, BLOCKING, `${file}: an index of a large table belongs in store/large-indexes.ts`)
  }
})
