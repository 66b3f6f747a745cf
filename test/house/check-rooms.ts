import { glob } from 'node:fs/promises'
import { type Import, readImports } from './read-imports.ts'
import { OUTSIDE, ROOMS } from './rooms.ts'

const fits = (path: string, room: string) => path === room || path.startsWith(`${room}/`)

/** The room of a file below src: "domain", "api/doors/nabla". */
function roomOf(path: string): string | undefined {
  const rooms = Object.keys(ROOMS).map((room) => {
    if (!room.endsWith('/*')) return room
    const [, folder] = new RegExp(`^(${room.slice(0, -1)}[^/]+)/`).exec(path) ?? []
    return folder ?? room
  })
  return rooms.filter((room) => fits(path, room)).sort((a, b) => b.length - a.length)[0]
}

const mayImport = (room: string) => ROOMS[room] ?? ROOMS[room.replace(/[^/]+$/, '*')] ?? []

/** Whether a list names what a file imports: the room in which it stands, or the file itself. */
function isListed(list: readonly string[], path: string): boolean {
  return list.some((entry) => entry === '**' || entry === path || entry === roomOf(path) || isWithin(path, entry))
}

/** A room of the table stands for its own files and not for those of rooms inside it, which are named by themselves. */
const isWithin = (path: string, entry: string) => fits(path, entry) && roomOf(path) === entry

/** A sentence for an import that the table refuses; nothing for one that it lets through. */
export function refuse({ from, to }: Import): string | undefined {
  const [, outside] = /^(web\/src|examples|bench|tools)\//.exec(from) ?? []
  if (!to.startsWith('src/')) {
    if (!from.startsWith('src/') || /^(build|samples|bin|node_modules)(\/|$)/.test(to)) return undefined
    return `${from} imports ${to}: src knows nothing outside itself.`
  }
  const target = to.slice('src/'.length)
  if (outside !== undefined) {
    return isListed(OUTSIDE[outside] ?? [], target) ? undefined : `${from} imports ${to}: ${outside} may not.`
  }
  const room = roomOf(from.slice('src/'.length))
  if (room === undefined) return `${from} is in no room of test/house/rooms.ts.`
  if (roomOf(target) === room || isListed(mayImport(room), target)) return undefined
  return `${from} imports ${to}: the room ${room} may not (test/house/rooms.ts).`
}

/** A sentence for each import of the sources that the table refuses. */
export async function checkRooms(root: string): Promise<string[]> {
  const refused: string[] = []
  const sources = '{src,web/src,examples,bench,tools}/**/*.{ts,tsx}'
  for await (const path of glob(sources, { cwd: root, exclude: ['bench/out/**'] })) {
    for (const named of await readImports(root, path)) refused.push(...(refuse(named) ? [refuse(named) as string] : []))
  }
  return refused.sort()
}
