import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import { z } from 'zod'
import { OslerError } from '../../src/domain/errors.ts'
import { optional } from '../../src/domain/setting.ts'
import { DOORS, doorNamed } from '../../src/server/doors.ts'
import { openDoors } from '../../src/server/open-doors.ts'
import { readConfig, unknownSettings } from '../../src/server/settings.ts'

const folder = await mkdtemp(join(tmpdir(), 'osler-test-doors-'))
after(() => rm(folder, { recursive: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

/** A door's text, with these fields in place of its own. */
const doorText = (fields: string) => `
import { defineDoor, NO_SETTINGS, OslerError, wholeNumber, z } from 'osler/door'
import { UPLOAD_ROUTE } from 'osler/http'

export const door = defineDoor({
  name: 'acme', bases: [], prefixes: ['/acme'], needs: ['intake'], settings: NO_SETTINGS, state: z.object({}),
  formatError: ({ status, message }) => ({ status, body: { message } }),
  respell: () => { throw new OslerError('not_found', typeof UPLOAD_ROUTE) },
  routes() {},
  ${fields}
})
`

test('a door may be a file that lies anywhere, and a package; both have the errors of this server', async () => {
  await put('acme.ts', `type Kept = { a: string }\n${doorText('')}\nexport const kept: Kept = { a: "" }`)
  const settings =
    "name: 'beta', prefixes: ['/beta'], settings: z.object({ mostWords: wholeNumber(3, [1, 9], 'Words.') })"
  await put('node_modules/osler-door-beta/door.js', doorText(settings))
  await put('node_modules/osler-door-beta/package.json', '{ "type": "module", "exports": { "import": "./door.js" } }')
  const doors = await openDoors(['native', './acme.ts', 'osler-door-beta'], folder)
  assert.deepEqual(
    doors.map(({ name }) => name),
    ['native', 'acme', 'beta'],
  )
  for (const door of doors.slice(1)) assert.throws(() => door.respell?.('/x'), OslerError)
  const config = readConfig({ OSLER_BETA_MOST_WORDS: '5' }, doors)
  assert.deepEqual(config.doorSettings.beta, { mostWords: 5 })
  assert.deepEqual(unknownSettings({ OSLER_BETA_MOST_WORDS: '5', OSLER_BETA_LEAST: '1' }, doors), ['OSLER_BETA_LEAST'])
})

for (const [name, text, reason] of [
  ['./nowhere.ts', undefined, /names "\.\/nowhere\.ts": it is none of native, .*, and cannot be loaded as a file or/],
  [
    'osler-door-nowhere',
    undefined,
    /names "osler-door-nowhere": .* cannot be loaded as a file or package: Cannot find/,
  ],
  ['./throws.ts', 'throw new Error("no licence")', /cannot be loaded as a file or package: no licence/],
  ['./empty.ts', 'export const other = 1', /names "\.\/empty\.ts", which is no door: its export door /],
  [
    './named.ts',
    doorText("name: 'ac-me'"),
    /which is no door: its export door\.name has letters from a to z and digits/,
  ],
  ['./greedy.ts', doorText("needs: ['database']"), /its export door\.needs\.0 must be of intake, /],
  ['./mute.ts', doorText('formatError: undefined'), /its export door\.formatError is no function/],
  ['./placed.ts', doorText("prefixes: ['acme/']"), /its export door\.prefixes\.0 begins with \//],
  ['./stateless.ts', doorText('state: {}'), /its export door\.state is no schema of zod/],
  ['./twice.ts', doorText("name: 'nabla'"), /OSLER_DOORS names two doors that are called "nabla"/],
  ['./below.ts', doorText("bases: ['/copilot']"), /OSLER_DOORS names two doors that have the base "\/copilot"/],
] as const) {
  test(`${name}, which is no door for this server, stops the start with a sentence`, async () => {
    if (text !== undefined) await put(name, text)
    await assert.rejects(openDoors(['native', 'nabla', name], folder), { code: 'request_invalid', message: reason })
  })
}

test('the setting names built-in doors too, and at least one', async () => {
  assert.deepEqual(await openDoors(['openai', 'native']), [doorNamed('openai'), doorNamed('native')])
  await assert.rejects(openDoors([]), /OSLER_DOORS names no door/)
})

test('a door that would read a setting which is not its own stops the start', () => {
  const thief = { ...DOORS[0], name: 'api', settings: z.object({ key: optional('A key.') }) }
  assert.throws(
    () => readConfig({ OSLER_API_KEY: 'a-secret-of-sixteen-letters' }, [thief]),
    /OSLER_API_KEY is a setting already/,
  )
})
