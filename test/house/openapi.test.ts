import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { App, Door } from '../../src/api/door.ts'
import { DOORS } from '../../src/server/doors.ts'
import { readConfig } from '../../src/server/settings.ts'
import { openTestSystem, type TestSystem } from '../support/open-test-system.ts'

type Json = Record<string, unknown>

describe('the OpenAPI document', () => {
  let osler: TestSystem
  let document: { paths: Record<string, Json>; info: { version: string } }

  before(async () => {
    osler = await openTestSystem({}, false)
    document = (await (await fetch(`${osler.address}/openapi.json`)).json()) as typeof document
  })
  after(() => osler[Symbol.asyncDispose]())

  test('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document))
    assert.ok(valid, JSON.stringify(errors)?.slice(0, 2000))
  })

  test('tells the version of the package', async () => {
    const described = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'))
    assert.equal(document.info.version, described.version)
  })

  for (const door of DOORS) {
    test(`has every route of the door ${door.name}`, () => {
      const routes = listRoutes(door, osler)
      assert.ok(routes.length > 0)
      for (const { method, path } of routes) assert.ok(document.paths[path]?.[method], `${method} ${path}`)
    })
  }

  test('has examples that fit their schemas', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false })
    const shown = [...exampleOf(document)]
    assert.ok(shown.length >= 10, `${shown.length} examples`)
    for (const { schema, example } of shown) {
      assert.ok(ajv.validate(schema, example), `${JSON.stringify(example)} ${ajv.errorsText()}`)
    }
  })
})

/** What a door mounts, as it tells an app that only listens. */
function listRoutes(door: Door, { system }: TestSystem): { method: string; path: string }[] {
  const routes: { method: string; path: string }[] = []
  const note = (method: string) => (path: string) => routes.push({ method, path: printPath(path) })
  const app = Object.fromEntries(['get', 'post', 'put', 'patch', 'delete'].map((method) => [method, note(method)]))
  door.routes(
    { ...app, head() {}, addHook() {}, addContentTypeParser() {}, removeContentTypeParser() {} } as unknown as App,
    system.forDoors.useOf(door),
    readConfig({}).doorSettings[door.name] ?? {},
  )
  return routes
}

/** `:id(^[^:]+)::finish` is `{id}:finish`. */
function printPath(path: string): string {
  return path
    .replaceAll('::', '§')
    .replace(/:(\w+)(\([^)]*\))?/g, '{$1}')
    .replaceAll('§', ':')
}

/** A body's example stands beside its schema. */
function* exampleOf(value: unknown): Generator<{ schema: Json; example: unknown }> {
  if (typeof value !== 'object' || value === null) return
  const { schema, example } = value as { schema?: Json; example?: unknown }
  if (schema && example) yield { schema, example }
  for (const inner of Object.values(value)) yield* exampleOf(inner)
}
