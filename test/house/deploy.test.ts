import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { TASK_CLASSES, WORK_TASKS } from '../../src/domain/job.ts'
import { openMetrics } from '../../src/platform/metrics.ts'
import { listSettings } from '../../src/server/settings.ts'

const ROOT = join(import.meta.dirname, '../..')
const FILES = ['Dockerfile', 'compose.yaml', 'deploy/**/*.{yaml,tpl,service,json,txt}']

async function readDeployed(): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for await (const path of glob(FILES, { cwd: ROOT })) files.set(path, await readFile(join(ROOT, path), 'utf8'))
  return files
}

test('what Osler is deployed with names settings, task classes and queues that there are', async () => {
  const settings = new Set(listSettings().map(({ name }) => name))
  const classes: readonly string[] = TASK_CLASSES
  const queues: readonly string[] = WORK_TASKS
  const files = await readDeployed()
  assert.ok(files.size > 10)
  for (const [path, text] of files) {
    for (const [name] of text.matchAll(/\bOSLER_[A-Z][A-Z_]*[A-Z]\b/g))
      assert.ok(settings.has(name), `${path}: ${name}`)
    for (const [, list = ''] of text.matchAll(/tasks(?::|,) ["']?([a-z]+(?:,[a-z]+)*)["']?\]?$/gm))
      for (const name of list.split(',')) assert.ok(classes.includes(name), `${path}: ${name}`)
    for (const [, list = ''] of text.matchAll(/queues: \[(.+)\]/g))
      for (const name of list.split(', ')) assert.ok(queues.includes(name), `${path}: ${name}`)
  }
})

test('every metric that the dashboard and the alerts name is one that a server tells', async () => {
  const told = await openMetrics().registry.getMetricsAsJSON()
  const names = new Set(
    told.flatMap(({ name, type }) =>
      String(type) === 'histogram' ? [name, `${name}_bucket`, `${name}_sum`, `${name}_count`] : [name],
    ),
  )
  let count = 0
  for await (const path of glob('deploy/monitoring/*', { cwd: ROOT })) {
    const text = await readFile(join(ROOT, path), 'utf8')
    for (const [name] of text.matchAll(/\b(osler|process|nodejs)_[a-z0-9_]+/g)) {
      count++
      assert.ok(names.has(name), `${path}: ${name}`)
    }
  }
  assert.ok(count > 10)
})

test('the Node that set-up brings has a digest for each kind of machine and is the one of the image; no script of a package runs', async () => {
  const read = (path: string) => readFile(join(ROOT, path), 'utf8')
  const { packages } = JSON.parse(await read('tools/node/package-lock.json')) as {
    packages: Record<string, { version?: string; integrity?: string; hasInstallScript?: boolean }>
  }
  const [, ...platforms] = Object.values(packages)
  assert.ok(platforms.length > 1)
  const [{ version = '' } = {}] = platforms
  for (const each of platforms) {
    assert.equal(each.version, version)
    assert.match(each.integrity ?? '', /^sha512-/)
    assert.equal(each.hasInstallScript, undefined)
  }
  const image = await read('Dockerfile')
  assert.ok(image.includes(`NODE_IMAGE=node:${version}-`), `the image is not of Node ${version}`)
  const installs = `${image}\n${await read('tools/setup.sh')}`.match(/^.*\bnpm (ci|install) -.*$/gm) ?? []
  assert.equal(installs.length, 4)
  for (const line of installs) assert.match(line, /--ignore-scripts|\$quietly/)
  assert.match(image, /AS packages\n.*\nRUN npm ci --omit=dev --ignore-scripts/)
})
