import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

// Makes the first files of a door or an engine: `npm run new door NAME`. contributing/ has what comes then.
const TEMPLATES = 'tools/templates'

interface Kind {
  /** Where its two files go. */
  source(name: string): string
  test(name: string): string
  /** What it may be called, and how that is said. */
  names: RegExp
  example: string
  /** What is still to be done by hand. */
  next: string
}

/** What can be made. */
const KINDS: Readonly<Record<string, Kind>> = {
  door: {
    source: (name) => `src/api/doors/${name}/routes.ts`,
    test: (name) => `test/contract/${name}/door.test.ts`,
    names: /^[a-z][a-z0-9]*$/,
    example: 'likethis',
    next: 'a line in src/server/doors.ts, translate.ts and format.ts where it grows, npm run docs',
  },
  recognizer: {
    source: (name) => `src/engines/speech/${name}.ts`,
    test: (name) => `test/engines/speech/${name}.test.ts`,
    names: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    example: 'as-this-one',
    next: 'an entry in src/engines/speech/registry.ts, its name in OSLER_SPEECH (src/server/settings.ts), npm run docs',
  },
}

/** Writes a door or engine and its test below `root`, and answers what is left to do. Throws where one is there already. */
export async function makeNew(root: string, kind: string, name: string): Promise<string> {
  const known = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined
  if (known === undefined) throw new Error(`"${kind}" cannot be made; there is: ${Object.keys(KINDS).join(', ')}.`)
  if (!known.names.test(name)) throw new Error(`"${name}" is no name: write it ${known.example}.`)
  const [source, test] = [known.source(name), known.test(name)]
  const moved = { [`${TEMPLATES}/${kind}.ts`]: source }
  await copy(root, `${kind}.ts`, source, name, moved)
  await copy(root, `${kind}.test.ts`, test, name, moved)
  return `Made ${source} and ${test}. Next: ${known.next}.`
}

/** Copies a template to where it belongs; what it imports is named from there. */
async function copy(root: string, template: string, path: string, name: string, moved: Record<string, string>) {
  const text = await readFile(join(import.meta.dirname, 'templates', template), 'utf8')
  const imported = text.replaceAll(/ from '(\.[^']+)'/g, (_, named: string) => {
    const target = join(TEMPLATES, named)
    const near = relative(dirname(path), moved[target] ?? target)
    return ` from '${near.startsWith('.') ? near : `./${near}`}'`
  })
  const renamed = imported.replaceAll('Sample', pascalOf(name)).replaceAll(/\bsample\b/g, name)
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), renamed, { flag: 'wx' })
}

/** "my-engine" is MyEngine. */
const pascalOf = (name: string) => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())

if (import.meta.main)
  console.log(await makeNew(join(import.meta.dirname, '..'), process.argv[2] ?? '', process.argv[3] ?? ''))
