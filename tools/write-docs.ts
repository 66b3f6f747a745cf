import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { GENERATED } from './generated-docs.ts'

// Writes the pages that are made from the code's own tables; test/house compares them.
for (const [page, text] of Object.entries(GENERATED)) await writeFile(join(import.meta.dirname, '..', page), text)
