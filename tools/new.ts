import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

// Makes the first files of an engine: `npm run new recognizer NAME`. contributing/engine.md has what comes then.
const TEMPLATES = join(import.meta.dirname, 'templates')

/** What can be made: where its two files go, and what is still to be done by hand. */
const KINDS = {
  recognizer: {
    source: (name: string) => `src/engines/speech/${name}.ts`,
    test: (name: string) => `test/engines/speech/${name}.test.ts`,
    next: 'an entry in src/engines/speech/registry.ts, its name in OSLER_SPEECH (src/server/settings.ts), npm run docs',
  },
}

/** Writes an engine and its test below `root`, and answers what is left to do. Throws where one is there already. */
export async function makeNew(root: string, kind: string, name: string): Promise<string> {
  if (!Object.hasOwn(KINDS, kind))
    throw new Error(`"${kind}" cannot be made; there is: ${Object.keys(KINDS).join(', ')}.`)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`"${name}" is no name: write it as-this-one.`)
  const { source, test, next } = KINDS[kind as keyof typeof KINDS]
  await copy(root, source(name), `${kind}.ts`, name, [
    [/'\.\.\/\.\.\/src\/engines\/speech\//g, "'./"],
    [/'\.\.\/\.\.\/src\//g, "'../../"],
  ])
  await copy(root, test(name), `${kind}.test.ts`, name, [
    [/'\.\.\/\.\.\/test\//g, "'../../"],
    [/'\.\/recognizer\.ts'/g, `'../../../${source(name)}'`],
  ])
  return `Made ${source(name)} and ${test(name)}. Next: ${next}.`
}

async function copy(root: string, path: string, template: string, name: string, changes: [RegExp, string][]) {
  const text = await readFile(join(TEMPLATES, template), 'utf8')
  const moved = changes.reduce((before, [from, to]) => before.replace(from, to), text)
  const named = moved.replaceAll('Sample', pascalOf(name)).replaceAll(/\bsample\b/g, name)
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), named, { flag: 'wx' })
}

/** "my-engine" is MyEngine. */
const pascalOf = (name: string) => name.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase())

if (import.meta.main)
  console.log(await makeNew(join(import.meta.dirname, '..'), process.argv[2] ?? '', process.argv[3] ?? ''))
