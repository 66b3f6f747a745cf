import { glob } from 'node:fs/promises'
import { readImports } from '../test/house/read-imports.ts'

/** What nearly every room imports: arrows to it would hide the others. */
const EVERYWHERE = ['domain', 'platform']

/** The folders of src as a flowchart (Mermaid): a line for each with those that it imports, drawn from the imports. */
export async function drawRooms(root: string): Promise<string> {
  const rooms = new Map<string, Set<string>>()
  for await (const path of glob('{src,web/src}/**/*.{ts,tsx}', { cwd: root })) {
    for (const { from, to } of await readImports(root, path)) {
      const [importing, imported] = [roomOf(from), roomOf(to)]
      if (!importing || !imported || importing === imported || EVERYWHERE.includes(imported)) continue
      rooms.set(importing, (rooms.get(importing) ?? new Set()).add(imported))
    }
  }
  const lines = [...rooms].map(([room, imported]) => `  ${room} --> ${[...imported].sort().join(' & ')}`)
  return ['```mermaid', 'flowchart TD', ...lines.sort(), '```'].join('\n')
}

/** "src/pipeline/intake/submit.ts" is in "pipeline", a file of web in "web". */
function roomOf(path: string): string | undefined {
  if (path.startsWith('web/src/')) return 'web'
  return path.match(/^src\/(\w+)\//)?.[1]
}
